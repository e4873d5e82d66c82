package dev.lockstep.notation;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.Calls;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What no tokens spell: all that goes beyond ints, bools, lists, and functions of the program's
/// own.
final class MuBeyond {
  private MuBeyond() {}

  /// The first such thing in a program, with its place; empty where its runs can be spelt.
  static Optional<Diagnostic> of(MuCode code) {
    for (MuFunction function : code.program().functions()) {
      for (MuParameter parameter : function.parameters()) {
        if (beyond(parameter.type())) {
          return refusal(parameter.place().span(), "`" + parameter.type().print() + "`");
        }
      }
      if (function.result().filter(MuBeyond::beyond).isPresent()) {
        return refusal(function.place().span(), "`" + function.result().get().print() + "`");
      }
    }
    for (MuInstruction instruction : code.instructions()) {
      Optional<String> what = what(instruction, code);
      if (what.isPresent()) {
        return refusal(instruction.span(), what.get());
      }
    }
    return Optional.empty();
  }

  /// What is thrown where a program that `of` refuses is spelt all the same.
  static IllegalArgumentException met(Object part) {
    return new IllegalArgumentException("no tokens spell " + part);
  }

  private static Optional<Diagnostic> refusal(Span span, String what) {
    return Optional.of(
        Diagnostic.error(
            span,
            what + " is outside the fragment of Mu whose runs can be written as tokens",
            "Networks learn programs of ints, bools, lists and functions of their own."));
  }

  private static boolean beyond(MuType type) {
    return type instanceof MuType.Extended || type.parts().stream().anyMatch(MuBeyond::beyond);
  }

  private static Optional<String> what(MuInstruction instruction, MuCode code) {
    if (instruction instanceof MuInstruction.Call call && code.inLibrary(call.function())) {
      return Optional.of("a call of `" + call.function() + "`, a function of the library,");
    }
    if (instruction instanceof MuInstruction.Extended extended) {
      return Optional.of(
          switch (extended) {
            case MuInstruction.NewTable it -> it.set() ? "a set" : "a map";
            case MuInstruction.Gather it -> "a call of `" + it.what().word() + "`";
            case MuInstruction.Remove _ -> "a call of `remove`";
            case MuInstruction.Break _ -> "`break` of a `for`";
            case MuInstruction.Check it -> "`" + it.contract().word() + "`";
          });
    }
    return MuTypes.formulas(instruction).stream()
        .map(Formula::expression)
        .filter(MuBeyond::beyond)
        .findFirst()
        .map(_ -> "a value here, or what is asked of it,");
  }

  private static boolean beyond(MuExpression expression) {
    Deque<MuExpression> open = new ArrayDeque<>(List.of(expression));
    while (!open.isEmpty()) {
      MuExpression part = open.pop();
      boolean found =
          switch (part) {
            case MuExpression.Extended _ -> true;
            case MuExpression.Call it -> !it.function().equals(MuBuiltin.LEN.word());
            case MuExpression.Binary it -> it.operator() == MuOperator.IN;
            default -> false;
          };
      if (found) {
        return true;
      }
      Calls.parts(part).forEach(open::push);
    }
    return false;
  }
}
