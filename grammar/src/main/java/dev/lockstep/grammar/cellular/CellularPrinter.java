package dev.lockstep.grammar.cellular;

/// Programs as text in the usual layout, a statement a line.
public final class CellularPrinter {
  private CellularPrinter() {}

  /// The text of a `.ca` file; reading it gives an equal program.
  public static String print(CellularProgram program) {
    StringBuilder out = new StringBuilder("rule " + program.rule() + "\n");
    if (program.rule() instanceof CellularRule.Numbered(_, int radius) && radius != 1) {
      out.append("radius ").append(radius).append('\n');
    }
    switch (program.boundary()) {
      case Boundary.Open() -> out.append("boundary open\n");
      case Boundary.Torus(int width, int height) ->
          out.append("boundary torus ")
              .append(program.isRow() ? "" + width : width + "x" + height)
              .append('\n');
    }
    program.steps().ifPresent(steps -> out.append("steps ").append(steps).append('\n'));
    return out.toString();
  }
}
