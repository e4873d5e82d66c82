package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// A cellular automaton as its own layout: contents are dead and alive, windows are neighbourhoods,
/// nine cells line by line on a plane. Every window is allowed.
///
/// The host counts generations, and wraps a torus around.
public final class CellularLayout implements Layout<CellularConfiguration, Flips> {
  private final CellularProgram program;
  private final LocalTable table;
  private final int cells; // of a window

  public CellularLayout(CellularProgram program) {
    this.program = program;
    this.table = new LocalTable(program.rule());
    this.cells = program.rule().cells();
  }

  @Override
  public List<String> contents() {
    return List.of("0", "1");
  }

  @Override
  public int blank() {
    return 0;
  }

  @Override
  public int radius() {
    return cells / 2;
  }

  @Override
  public boolean endless() {
    return program.boundary() instanceof Boundary.Open;
  }

  @Override
  public Row row(CellularConfiguration configuration) {
    Extent extent =
        program.boundary() instanceof Boundary.Torus(int width, int height)
            ? new Extent(0, 0, width, height)
            : Extent.of(configuration.live());
    int[] row = new int[extent.width() * extent.height()];
    for (Cell cell : configuration.live()) {
      row[(cell.y() - extent.top()) * extent.width() + cell.x() - extent.left()] = 1;
    }
    return new Row(extent.left(), extent.top(), Math.max(1, extent.width()), row);
  }

  @Override
  public Row grown(Row row) {
    if (!endless()) {
      return row;
    }
    if (program.isRow()) {
      return Layout.super.grown(row);
    }
    int width = row.width() + 2;
    int[] cells = new int[width * (row.cells().length / row.width() + 2)];
    for (int i = 0; i < row.cells().length; i++) {
      cells[(i / row.width() + 1) * width + i % row.width() + 1] = row.cells()[i];
    }
    return new Row(row.first() - 1, row.top() - 1, width, cells);
  }

  @Override
  public int[] around(Row row, int index) {
    int lines = program.isRow() ? 1 : 3;
    int columns = cells / lines;
    int[] window = new int[cells];
    for (int i = 0; i < cells; i++) {
      long x = row.x(index) + i % columns - columns / 2;
      long y = row.y(index) + i / columns - lines / 2;
      window[i] =
          program.boundary() instanceof Boundary.Torus(int width, int height)
              ? row.at(Math.floorMod(x, width), Math.floorMod(y, height), 0)
              : row.at(x, y, 0);
    }
    return window;
  }

  @Override
  public boolean over(CellularConfiguration configuration) {
    return configuration.over();
  }

  @Override
  public Next<Flips> step(CellularConfiguration before, Row after) {
    if (before.over()) {
      return new Next.Halt<>();
    }
    List<Cell> born = new ArrayList<>();
    List<Cell> died = new ArrayList<>();
    for (int i = 0; i < after.cells().length; i++) {
      Cell cell = new Cell((int) after.x(i), (int) after.y(i));
      int content = after.cells()[i];
      if (content != 0 && content != 1) {
        return new Next.Garbled<>("cell " + cell + " holds no known content");
      }
      boolean was = before.live().contains(cell);
      if (was != (content == 1)) {
        (was ? died : born).add(cell);
      }
    }
    before.live().stream()
        .filter(cell -> after.at(cell.x(), cell.y(), -1) == -1)
        .forEach(died::add);
    return new Next.Do<>(
        new Flips(born.stream().sorted().toList(), died.stream().sorted().toList()));
  }

  @Override
  public int rule(int[] window) {
    return table.alive(table.number(window)) ? 1 : 0;
  }

  @Override
  public boolean allowed(int[] window) {
    return Arrays.stream(window).allMatch(content -> content == 0 || content == 1);
  }

  @Override
  public void windows(Consumer<int[]> each) {
    int[] window = new int[cells];
    for (int number = 0; number < 1 << cells; number++) {
      for (int i = 0; i < cells; i++) {
        window[i] = number >>> (cells - 1 - i) & 1;
      }
      each.accept(window);
    }
  }

  @Override
  public String invariant() {
    return "every cell is dead or alive";
  }

  @Override
  public String explain(int[] window) {
    return table.explain(window);
  }
}
