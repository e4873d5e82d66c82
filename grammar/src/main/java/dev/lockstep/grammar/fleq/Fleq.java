package dev.lockstep.grammar.fleq;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Assembler;
import dev.lockstep.grammar.assembly.AssemblyProblem;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Dialect;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Operand.Kind;
import dev.lockstep.grammar.assembly.Operation;
import java.util.ArrayList;
import java.util.List;

/// Function and branch if less than or equal to zero (Giannou et al., "Looped Transformers as
/// Programmable Computers"): one instruction, which names one of the program's own functions.
public final class Fleq {
  /// The address of the port: as first or second cell it is the input, as third the output.
  public static final long PORT = -1;

  /// `fleq f, a, b, c, flag, target`: the word at `c` becomes `f` of those at `a` and `b`; go on at
  /// `target` unless the word at `flag` is above 0 then.
  public static final Operation FLEQ =
      new Operation(
          "fleq",
          List.of(Kind.FUNCTION, Kind.CELL, Kind.CELL, Kind.CELL, Kind.CELL, Kind.TARGET),
          5);

  public static final Dialect DIALECT = new Dialect(List.of(FLEQ), 0, false, (int) PORT, true);

  private Fleq() {}

  /// Ports where none can stand, in order of place.
  public static List<Diagnostic> errors(AssemblyProgram program) {
    List<Diagnostic> errors = new ArrayList<>();
    for (Image.Coded it : Assembler.assemble(program, DIALECT).code()) {
      boolean input = it.operand(1) == PORT || it.operand(2) == PORT;
      Span span = it.span().orElse(new Span(0, 0));
      if (input && it.operand(3) == PORT) {
        errors.add(
            Diagnostic.error(
                AssemblyProblem.PORT,
                span,
                "input and output in one instruction",
                "Put the input into a cell first."));
      }
      if (it.operand(4) == PORT) {
        errors.add(
            Diagnostic.error(
                AssemblyProblem.PORT,
                span,
                "the flag is a port",
                "Name a cell of memory as the flag."));
      }
    }
    return errors;
  }
}
