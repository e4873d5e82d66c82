package dev.lockstep.mu.generate;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Makes an input smaller as long as it keeps a property: lists lose elements, numbers go towards
/// 0.
public final class InputShrinker {
  private InputShrinker() {}

  /// The first smaller input that has the property, and so on until there is none.
  public static Value shrink(Value input, Predicate<Value> property) {
    Value best = input;
    while (true) {
      Value start = best;
      best = smaller(start).stream().filter(property).findFirst().orElse(start);
      if (best.equals(start)) {
        return best;
      }
    }
  }

  private static List<Value> smaller(Value value) {
    return switch (value) {
      case Value.Nothing() -> List.of();
      case Value.Int(BigInteger number) -> numbers(number);
      case Value.Bool(boolean truth) -> truth ? List.of(new Value.Bool(false)) : List.of();
      case Value.Text(String text) ->
          text.isEmpty() ? List.of() : List.of(Value.of(text.substring(0, text.length() / 2)));
      case Value.Items(List<Value> items) -> items(items);
      case Value.Fields(SequencedMap<String, Value> fields) -> {
        List<Value> all = new ArrayList<>();
        fields.forEach(
            (name, field) ->
                smaller(field)
                    .forEach(
                        it -> {
                          SequencedMap<String, Value> changed = new LinkedHashMap<>(fields);
                          changed.put(name, it);
                          all.add(new Value.Fields(changed));
                        }));
        yield all;
      }
    };
  }

  private static List<Value> numbers(BigInteger number) {
    return number.signum() == 0
        ? List.of()
        : List.of(new Value.Int(BigInteger.ZERO), new Value.Int(number.divide(BigInteger.TWO)));
  }

  private static List<Value> items(List<Value> items) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Value> fewer = new ArrayList<>(items);
      fewer.remove(i);
      all.add(new Value.Items(fewer));
    }
    for (int i = 0; i < items.size(); i++) {
      for (Value element : smaller(items.get(i))) {
        List<Value> changed = new ArrayList<>(items);
        changed.set(i, element);
        all.add(new Value.Items(changed));
      }
    }
    return all;
  }
}
