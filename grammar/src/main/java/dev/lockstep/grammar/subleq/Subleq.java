package dev.lockstep.grammar.subleq;

import dev.lockstep.grammar.assembly.Dialect;
import dev.lockstep.grammar.assembly.Operand.Kind;
import dev.lockstep.grammar.assembly.Operation;
import java.util.List;

/// Subtract and branch if less than or equal to zero: one instruction, in the memory that it works
/// on.
public final class Subleq {
  /// The address of the port: as first operand it is the input, as second the output.
  public static final long PORT = -1;

  /// `subleq a, b, c`: take the word at `a` from the one at `b`; go on at `c` unless that leaves it
  /// above 0.
  public static final Operation SUBLEQ =
      new Operation("subleq", List.of(Kind.CELL, Kind.CELL, Kind.TARGET), 2);

  public static final Dialect DIALECT = new Dialect(List.of(SUBLEQ), 0, true, (int) PORT, false);

  private Subleq() {}
}
