package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.engine.Abandoned;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The state of one run of the fast engine outside the JVM's own stack, and what its code calls.
///
/// Cells and steps are counted from above (all variables of a call when it begins, all steps of a
/// block when it is entered), so that a run that stays within them here is within its budget.
final class FastRun {
  private static final int LONG_BITS = 63;

  long left; // steps; the code keeps it in a local between calls
  int last; // the site of the last return
  long cells; // as `left`, where a function makes or changes lists
  private int frames;
  private final long most;
  private final Predicate<String> printed;

  FastRun(Budget budget, Predicate<String> printed) {
    this.most = Math.min(budget.steps(), Ranges.MOST_STEPS);
    this.left = most;
    this.cells = budget.cells();
    this.frames = budget.depth();
    this.printed = printed;
  }

  /// The steps taken.
  long steps() {
    return most - left;
  }

  /// Takes memory cells.
  private void use(long count) {
    cells -= count;
    if (cells < 0) {
      throw new Deviation();
    }
  }

  static void enter(int variables, FastRun run) {
    run.frames--;
    run.cells -= variables;
    if (run.frames < 0 || run.cells < 0) {
      throw new Deviation();
    }
  }

  static void leave(int variables, FastRun run) {
    run.frames++;
    run.cells += variables;
  }

  /// Whether there is room for a call that leaves before it calls or makes anything.
  static void look(int variables, FastRun run) {
    if (run.frames < 1 || run.cells < variables) {
      throw new Deviation();
    }
  }

  static Deviation unusual() {
    return new Deviation();
  }

  /// A bound of a loop over JVM ints.
  static int narrow(long bound) {
    if (bound != (int) bound) {
      throw new Deviation(Deviation.Why.WIDE);
    }
    return (int) bound;
  }

  /// The arguments of `main` in the order of `parameters`. Throws `Deviation` where one is beyond
  /// 64 bits.
  Object[] arguments(MuConfiguration start, List<String> parameters) {
    Map<Integer, FastList> made = new HashMap<>();
    return parameters.stream()
        .map(it -> argument(start, start.frame().variables().get(it), made))
        .toArray();
  }

  private Object argument(MuConfiguration start, MuValue value, Map<Integer, FastList> made) {
    return switch (value) {
      case MuValue.Extended _ -> throw new Deviation();
      case MuValue.IntValue(BigInteger number) -> {
        if (number.bitLength() > LONG_BITS) {
          throw new Deviation();
        }
        yield number.longValue();
      }
      case MuValue.BoolValue(boolean truth) -> truth;
      case MuValue.ListRef(int id) -> {
        FastList known = made.get(id);
        if (known != null) {
          yield known;
        }
        FastList list = new FastList();
        made.put(id, list);
        for (MuValue element : start.heap().get(id)) {
          use(1);
          switch (argument(start, element, made)) {
            case Long number -> list.add(number.longValue());
            case Boolean truth -> list.add(truth.booleanValue());
            case FastList row -> list.add(row);
            default -> throw new Deviation();
          }
        }
        yield list;
      }
      default -> throw new Deviation();
    };
  }

  static void print(long value, FastRun run) {
    run.line(Long.toString(value));
  }

  static void print(boolean value, FastRun run) {
    run.line(Boolean.toString(value));
  }

  static void print(FastList value, FastRun run) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    run.line(text.toString());
  }

  private void line(String text) {
    if (!printed.test(text)) {
      throw new Abandoned();
    }
  }

  private static void write(FastList list, StringBuilder text) {
    text.append('[');
    for (int i = 0; i < list.size; i++) {
      if (i > 0) {
        text.append(',');
      }
      if (list.rows.length > 0) {
        write(list.rows[i], text);
      } else if (list.truths.length > 0) {
        text.append(list.truths[i]);
      } else {
        text.append(list.numbers[i]);
      }
    }
    text.append(']');
  }

  /// A result of `main` as plain data.
  static Value value(Object result, MuType type) {
    return switch (result) {
      case Long number -> Value.of(number);
      case Boolean truth -> new Value.Bool(truth);
      case FastList list when type instanceof MuType.ListOf(MuType element) -> {
        List<Value> values = new ArrayList<>(list.size);
        for (int i = 0; i < list.size; i++) {
          Object item =
              list.rows.length > 0
                  ? list.rows[i]
                  : element instanceof MuType.Bool ? list.truths[i] : list.numbers[i];
          values.add(value(item, element));
        }
        yield new Value.Items(values);
      }
      default -> throw new IllegalStateException("no value: " + result);
    };
  }
}
