package dev.lockstep.mu;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import java.util.List;
import java.util.Optional;

/// One event of a program: what a step does, with its expressions evaluated at once.
///
/// Expressions here are `Formula`s: they call nothing and make no list. Calls, `pop` and list
/// literals of the source stand in instructions of their own, their results in temporaries.
/// Positions (`next`, `then`, `otherwise`, `body`) are sites of instructions.
public sealed interface MuInstruction {
  Origin origin();

  /// Its index in `MuCode`.
  default int site() {
    return origin().site();
  }

  default Span span() {
    return origin().span();
  }

  /// Where an instruction stands: its index, its piece of the source, its function.
  record Origin(int site, Span span, String function) {}

  record Bind(Origin origin, String variable, Formula value, int next) implements MuInstruction {}

  record NewList(Origin origin, String variable, List<Formula> elements, int next)
      implements MuInstruction {
    public NewList {
      elements = List.copyOf(elements);
    }
  }

  record SetElement(Origin origin, Formula list, Formula index, Formula value, int next)
      implements MuInstruction {}

  record Push(Origin origin, Formula list, Formula value, int next) implements MuInstruction {}

  record Pop(Origin origin, Optional<String> variable, Formula list, int next)
      implements MuInstruction {}

  record Branch(Origin origin, Kind kind, Formula condition, int then, int otherwise)
      implements MuInstruction {}

  record StartRange(Origin origin, String variable, Formula from, Formula to, int next)
      implements MuInstruction {}

  record StartWalk(Origin origin, String variable, Formula list, int next)
      implements MuInstruction {}

  /// The head of a `for`: goes on to `body` with the next value, or to `next` when there is none.
  record Turn(Origin origin, String variable, int body, int next) implements MuInstruction {}

  record Call(
      Origin origin, Optional<String> variable, String function, List<Formula> arguments, int next)
      implements MuInstruction {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Return(Origin origin, Optional<Formula> value) implements MuInstruction {}

  record Print(Origin origin, Formula value, int next) implements MuInstruction {}

  /// `written` is the condition as it stands in the source, for messages.
  record Assert(Origin origin, MuExpression written, Formula condition, int next)
      implements MuInstruction {}

  record Require(Origin origin, MuExpression written, Formula condition, int next)
      implements MuInstruction {}

  /// What a branch decides: `&&` and `||` are branches where their right side calls something.
  enum Kind {
    IF,
    WHILE,
    AND,
    OR
  }
}
