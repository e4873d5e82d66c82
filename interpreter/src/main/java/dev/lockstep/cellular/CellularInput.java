package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Where a run starts: a pattern as text, or `{"pattern": …, "steps": …}`. On a torus the pattern
/// stands in the middle.
///
/// @param live each cell once
/// @param last the generation in which the run halts
record CellularInput(Collection<Cell> live, long last) {

  /// Throws `InputError`.
  static CellularInput read(Value input, CellularProgram program) {
    long last = program.steps().orElse(CellularConfiguration.ENDLESS);
    return switch (input) {
      case Value.Text(String text) -> new CellularInput(live(text, program), last);
      case Value.Fields(var fields) -> ofFields(fields, program, last);
      case Value.Int _, Value.Bool _, Value.Items _, Value.Nothing _ ->
          throw unexpected(input, program);
    };
  }

  private static CellularInput ofFields(
      SequencedMap<String, Value> fields, CellularProgram program, long last) {
    if (!fields.keySet().equals(Set.of("pattern", "steps"))
        || !(fields.get("pattern") instanceof Value.Text(String text))
        || !(fields.get("steps") instanceof Value.Int(BigInteger steps))) {
      throw unexpected(new Value.Fields(fields), program);
    }
    if (steps.signum() < 0 || steps.bitLength() > 62) {
      throw new InputError("expected `steps` to be 0 or more, found " + steps);
    }
    return new CellularInput(live(text, program), Math.min(last, steps.longValue()));
  }

  private static InputError unexpected(Value input, CellularProgram program) {
    String example = program.isRow() ? "0110" : "bob$2bo$3o!";
    String found = ValueJson.print(input);
    return new InputError(
        "expected a pattern such as \"%s\" or {\"pattern\": \"%s\", \"steps\": 10}, found `%s`"
            .formatted(
                example, example, found.length() > 40 ? found.substring(0, 40) + "…" : found));
  }

  private static Collection<Cell> live(String text, CellularProgram program) {
    List<Cell> cells = Patterns.read(text, program);
    return switch (program.boundary()) {
      case Boundary.Open() -> cells;
      case Boundary.Torus torus -> centred(cells, text, torus, program.isRow());
    };
  }

  /// A row keeps the dead cells at its ends, a plane's pattern is taken by its live cells.
  private static Collection<Cell> centred(
      List<Cell> cells, String text, Boundary.Torus torus, boolean row) {
    Extent live = Extent.of(cells);
    Extent extent = row ? new Extent(0, 0, text.strip().length(), 1) : live;
    if (extent.width() > torus.width() || extent.height() > torus.height()) {
      throw new InputError(
          "the pattern is larger than the board: %dx%d, and %dx%d"
              .formatted(extent.width(), extent.height(), torus.width(), torus.height()));
    }
    int right = (torus.width() - extent.width()) / 2 - extent.left();
    int down = (torus.height() - extent.height()) / 2 - extent.top();
    return cells.stream().map(cell -> new Cell(cell.x() + right, cell.y() + down)).toList();
  }
}
