package dev.lockstep.mu.code;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One event of a program: what a step does, with its expressions evaluated at once.
///
/// Expressions here are `Formula`s: they call nothing and make no list, map or set. Calls, `pop`,
/// literals of lists, maps and sets, and choices between values stand in instructions of their own,
/// their results in temporaries. `SetElement` and `Push` change maps and sets as well. Positions
/// (`next`, `then`, `otherwise`, `body`) are sites of instructions.
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
    OR,
    MATCH
  }

  /// What happens beyond ints, bools and lists.
  sealed interface Extended extends MuInstruction {}

  /// A new map, or a new set where `set`; a set has no values.
  record NewTable(
      Origin origin,
      String variable,
      boolean set,
      List<Formula> keys,
      List<Formula> values,
      int next)
      implements Extended {
    public NewTable {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }

    /// What is evaluated, in order: elements of a set, or keys and values in turn.
    public List<Formula> entries() {
      List<Formula> entries = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        entries.add(keys.get(i));
        if (!set) {
          entries.add(values.get(i));
        }
      }
      return entries;
    }
  }

  /// A new list, or a new set, of what `from` holds.
  ///
  /// @param what a built-in of the role `LISTS`
  record Gather(Origin origin, String variable, MuBuiltin what, Formula from, int next)
      implements Extended {}

  record Remove(Origin origin, Formula table, Formula key, int next) implements Extended {}

  /// `break` of the `for` over `variable`.
  record Break(Origin origin, String variable, int next) implements Extended {}

  /// A condition of a contract other than `requires`.
  record Check(Origin origin, Contract contract, MuExpression written, Formula condition, int next)
      implements Extended {}

  enum Contract {
    ENSURES,
    INVARIANT;

    /// As it is written.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
