package dev.lockstep.examples.demo;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Inputs of `add.mu`: two numbers as lists of digits, least significant first.
final class DigitInputs {
  private DigitInputs() {}

  /// What all networks are trained on: digits at random, a quarter with the longest carry.
  static Value training(RandomGenerator random, int digits) {
    long seed = random.nextLong();
    return random.nextInt(4) == 0 && digits > 0
        ? longestCarry(seed, digits, 2).getLast()
        : random(seed, digits, 1).getFirst();
  }

  /// Seeded digits.
  static List<Value> random(long seed, int digits, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(
          input(
              random.ints(digits, 0, 10).boxed().toList(),
              random.ints(digits, 0, 10).boxed().toList()));
    }
    return inputs;
  }

  /// A carry that starts at the last digit and runs through all others: 9…9 + 0…01, then digits
  /// that sum up to 9 in every place but the last.
  static List<Value> longestCarry(long seed, int digits, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> first = new ArrayList<>();
      List<Integer> second = new ArrayList<>();
      for (int k = 0; k < digits; k++) {
        int digit = i == 0 ? 9 : k == 0 ? 1 + random.nextInt(9) : random.nextInt(10);
        first.add(digit);
        second.add(k == 0 ? 10 - digit : 9 - digit);
      }
      inputs.add(input(first, second));
    }
    return inputs;
  }

  /// The sum that Java's own arithmetic gives, in the form of the program's result.
  static Value sum(Value input) {
    SequencedMap<String, Value> fields = ((Value.Fields) input).values();
    List<Value> digits = ((Value.Items) fields.get("a")).values();
    String sum = number(digits).add(number(((Value.Items) fields.get("b")).values())).toString();
    List<Value> result = new ArrayList<>();
    for (int k = 0; k <= digits.size(); k++) {
      int at = sum.length() - 1 - k;
      result.add(Value.of(at < 0 ? 0 : sum.charAt(at) - '0'));
    }
    return new Value.Items(result);
  }

  private static BigInteger number(List<Value> digits) {
    StringBuilder text = new StringBuilder("0");
    digits.reversed().forEach(digit -> text.append(((Value.Int) digit).value()));
    return new BigInteger(text.toString());
  }

  private static Value input(List<Integer> first, List<Integer> second) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("a", list(first));
    fields.put("b", list(second));
    return new Value.Fields(fields);
  }

  private static Value list(List<Integer> digits) {
    return new Value.Items(digits.stream().map(digit -> Value.of(digit)).toList());
  }
}
