package dev.lockstep.mu.machine;

import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What one step changes. Each is applied without looking at the program, so each carries `next`,
/// the position after the step.
public sealed interface MuDelta {
  /// The position after the last step of a run.
  int END = -1;

  /// The instruction that comes next, or `END`.
  int next();

  record Bind(String variable, MuValue value, int next) implements MuDelta {}

  /// A new list with the number `id`, bound to `variable`.
  record NewList(String variable, int id, List<MuValue> elements, int next) implements MuDelta {
    public NewList {
      elements = List.copyOf(elements);
    }
  }

  record SetElement(int id, int index, MuValue value, int next) implements MuDelta {}

  record Push(int id, MuValue value, int next) implements MuDelta {}

  /// The last element of list `id`, which is `value`, removed and bound to `variable` if any.
  record Pop(int id, Optional<String> variable, MuValue value, int next) implements MuDelta {}

  /// A condition was evaluated; nothing but the position changes.
  record Branch(boolean taken, int next) implements MuDelta {}

  /// A `for` over the ints `from`, inclusive, to `to`, exclusive, begins.
  record StartRange(String variable, BigInteger from, BigInteger to, int next) implements MuDelta {}

  /// A `for` over list `id` begins, which has `length` elements.
  record StartWalk(String variable, int id, int length, int next) implements MuDelta {}

  /// One turn of a `for`: its variable gets the next value.
  record Turn(String variable, MuValue value, int next) implements MuDelta {}

  /// A `for` is over: its variable is gone.
  record EndLoop(String variable, int next) implements MuDelta {}

  /// A call: a frame for `function` with its parameters bound. The caller's frame goes on at
  /// `resume` and binds the result to `result`, if any.
  record Enter(
      String function,
      SequencedMap<String, MuValue> arguments,
      int next,
      int resume,
      Optional<String> result)
      implements MuDelta {
    public Enter {
      arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
    }
  }

  /// The end of a call; `next` is where the caller goes on, `END` for the last frame.
  record Return(Optional<MuValue> value, int next) implements MuDelta {
    @Override
    public String toString() {
      return "Return[" + value.map(it -> "value=" + it + ", ").orElse("") + "next=" + next + "]";
    }
  }

  /// One line of output.
  record Print(String text, int next) implements MuDelta {}

  /// An `assert`, or a condition of a contract, held.
  record Held(int next) implements MuDelta {}

  /// What happens beyond ints, bools and lists.
  sealed interface Extended extends MuDelta {}

  /// A new map, or a new set where `set`, with the number `id`, bound to `variable`; a set has no
  /// values.
  record NewTable(
      String variable, int id, boolean set, List<MuValue> keys, List<MuValue> values, int next)
      implements Extended {
    public NewTable {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }

  /// A key of map `id` has a new value; a set has a new element, whose value is `true`.
  record Put(int id, MuValue key, MuValue value, int next) implements Extended {}

  /// A key of map `id`, or an element of a set, is gone.
  record Remove(int id, MuValue key, int next) implements Extended {}

  /// A `for` is left by `break`: its variable is gone.
  record Break(String variable, int next) implements Extended {}
}
