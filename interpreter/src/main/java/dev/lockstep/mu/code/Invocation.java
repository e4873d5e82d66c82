package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuProgram;
import java.util.List;
import java.util.Optional;

/// A call with its arguments lowered: one instruction, of a function or of a built-in.
///
/// @param variable that gets the value, if any
/// @param program whose records the arguments make
record Invocation(
    Optional<String> variable, MuExpression.Call call, List<Formula> arguments, MuProgram program) {
  private static final String UNUSED = "$0"; // the value of a call for its effect

  MuInstruction at(MuInstruction.Origin origin, int next) {
    return MuBuiltin.of(call.function())
        .map(builtin -> of(builtin, origin, next))
        .orElseGet(
            () -> new MuInstruction.Call(origin, variable, call.function(), arguments, next));
  }

  private MuInstruction of(MuBuiltin builtin, MuInstruction.Origin origin, int next) {
    Formula first = arguments.getFirst();
    Formula last = arguments.getLast();
    String bound = variable.orElse(UNUSED);
    return switch (builtin) {
      case KEYS, VALUES, ITEMS, SET_OF ->
          new MuInstruction.Gather(origin, bound, builtin, first, next);
      case REMOVE -> new MuInstruction.Remove(origin, first, last, next);
      case POP -> new MuInstruction.Pop(origin, variable, first, next);
      case PUSH -> new MuInstruction.Push(origin, first, last, next);
      case LEN,
          LOOKUP,
          SOME,
          IS_SOME,
          UNWRAP,
          STR,
          INT,
          PARSE_INT,
          SUBSTRING,
          UPPER,
          LOWER,
          ORD,
          CHR ->
          new MuInstruction.Bind(origin, bound, looked(), next);
    };
  }

  /// The call of a built-in that only looks, as a formula.
  private Formula looked() {
    List<MuExpression> given = arguments.stream().map(Formula::expression).toList();
    return Formula.of(Parts.replaced(call, given), program);
  }
}
