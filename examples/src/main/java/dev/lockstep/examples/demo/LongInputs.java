package dev.lockstep.examples.demo;

import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Inputs for the Turing machine that adds, `x+y` in binary: generic random words rarely are sums.
final class LongInputs {
  private LongInputs() {}

  /// Seeded sums of `length` symbols: numbers of about half that length, some with a carry through
  /// every digit.
  static List<Value> sums(long seed, int length, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    int left = length / 2;
    int right = length - 1 - left;
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean carries = i % 4 == 3;
      String first = carries ? "1".repeat(left) : number(random, left);
      String second = carries ? "0".repeat(right - 1) + "1" : number(random, right);
      inputs.add(Value.of(first + "+" + second));
    }
    return inputs;
  }

  /// Binary digits, the first of them 1.
  private static String number(SplittableRandom random, int digits) {
    StringBuilder number = new StringBuilder("1");
    for (int i = 1; i < digits; i++) {
      number.append(random.nextInt(2));
    }
    return number.toString();
  }
}
