package dev.lockstep.examples.demo;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.report.Png;
import dev.lockstep.report.SpaceTime;
import java.util.ArrayList;
import java.util.List;

/// A run as a picture: a column of pixels for every configuration, a pixel for each cell.
final class RowPicture {
  private static final int MOST_ROWS = 448;

  private RowPicture() {}

  static <C, D> Png of(Machine<C, D> machine, Layout<C, D> layout, Value input, Budget budget) {
    return of(
        layout,
        new Interpreter<>(machine)
            .trace(machine.start(input), budget).configurations(machine).stream()
                .map(layout::row)
                .toList());
  }

  static Png of(Layout<?, ?> layout, List<Layout.Row> pieces) {
    long first = pieces.stream().mapToLong(Layout.Row::first).min().orElse(0);
    long end = pieces.stream().mapToLong(row -> row.first() + row.cells().length).max().orElse(1);
    List<int[]> rows = new ArrayList<>();
    for (Layout.Row piece : pieces) {
      int[] row = new int[(int) (end - first)];
      for (int i = 0; i < row.length; i++) {
        row[i] = piece.at(first + i, layout.blank());
      }
      rows.add(row);
    }
    return SpaceTime.of(rows, MOST_ROWS, CellColours.of(layout)::rgb);
  }
}
