package dev.lockstep.examples.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What generators draw from.
///
/// @param size bounds lists, texts and vertices
record Draw(RandomGenerator random, int size) {
  Draw {
    size = Math.max(1, size);
  }

  /// A length from 0 to the size.
  int length() {
    return random.nextInt(size + 1);
  }

  /// A length from 1 to the size.
  int positiveLength() {
    return 1 + random.nextInt(size);
  }

  /// An index of something of this length, which is not 0.
  int below(int length) {
    return random.nextInt(length);
  }

  /// Both ends may be drawn.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /// True in `percent` of 100 draws.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// An int of at most `digits` decimal digits, not negative, short ones as likely as long ones.
  BigInteger big(int digits) {
    int length = between(1, digits);
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < length; i++) {
      number = number.multiply(BigInteger.TEN).add(BigInteger.valueOf(random.nextInt(10)));
    }
    return number;
  }

  List<Integer> ints(int length, int low, int high) {
    return list(length, () -> between(low, high));
  }

  /// Ints of a range that is sometimes so narrow that many are equal.
  List<Integer> ints(int length) {
    int reach = chance(30) ? 2 : 99;
    return ints(length, -reach, reach);
  }

  /// `rows` lists of `columns` ints.
  List<List<Integer>> table(int rows, int columns, int low, int high) {
    return list(rows, () -> ints(columns, low, high));
  }

  <T> List<T> list(int length, Supplier<T> item) {
    return Stream.generate(item).limit(length).toList();
  }

  <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      T kept = shuffled.get(i);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, kept);
    }
    return List.copyOf(shuffled);
  }

  /// The numbers below `count` in some order.
  List<Integer> permutation(int count) {
    return shuffled(IntStream.range(0, count).boxed().toList());
  }

  /// Symbols of `alphabet`, which is a text of single code units.
  String text(int length, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }
}
