package dev.lockstep.examples.gallery;

import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/// Makes long words out of short ones on which a Turing machine does its work: random long words
/// mostly are no sums, no products, nothing.
///
/// @param work the steps of a run that answers, less than nothing for other runs
/// @param length the length aimed at
record Growth(ToLongFunction<String> work, int length) {
  private static final int MOST_TRIES = 400;

  /// `word` made longer as long as the machine answers and works longer. In turn: every symbol
  /// repeated; symbols of the word put in at random.
  String of(String word, int turn, RandomGenerator random) {
    String repeated = repeated(word, 1 + (length - 1) / word.codePointCount(0, word.length()));
    return turn % 2 == 0 && work.applyAsLong(repeated) >= 0 ? repeated : grown(word, random);
  }

  private static String repeated(String word, int times) {
    StringBuilder all = new StringBuilder();
    word.codePoints().forEach(symbol -> all.repeat(symbol, times));
    return all.toString();
  }

  private String grown(String word, RandomGenerator random) {
    int[] alphabet = word.codePoints().distinct().toArray();
    String best = word;
    long most = work.applyAsLong(word);
    for (int i = 0; i < MOST_TRIES && best.codePointCount(0, best.length()) < length; i++) {
      int place = random.nextInt(best.codePointCount(0, best.length()) + 1);
      int at = best.offsetByCodePoints(0, place);
      String symbol = Character.toString(alphabet[random.nextInt(alphabet.length)]);
      String longer = best.substring(0, at) + symbol + best.substring(at);
      long steps = work.applyAsLong(longer);
      if (steps > most) {
        best = longer;
        most = steps;
      }
    }
    return best;
  }
}
