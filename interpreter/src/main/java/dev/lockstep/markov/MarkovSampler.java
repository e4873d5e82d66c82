package dev.lockstep.markov;

import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Random rule systems, for tests and for data sets in which rules differ from program to program.
///
/// @param alphabet the symbols, each a code point
/// @param longest the most symbols of a side
public record MarkovSampler(String alphabet, int longest) {
  /// Symbols some of which must be quoted in a file, one outside the basic plane.
  static final MarkovSampler TESTS = new MarkovSampler("abc01|-'. 😀", 4);

  public MarkovSampler {
    if (alphabet.isEmpty() || longest < 1) {
      throw new IllegalArgumentException("no symbols to draw from");
    }
  }

  /// A system of `rules` rules. A rule in five is terminating; two in three shorten the string or
  /// keep its length, so that most runs are short.
  public MarkovProgram sample(RandomGenerator random, int rules) {
    List<MarkovRule> drawn = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      int left = 1 + random.nextInt(longest);
      int right = random.nextInt(3) == 0 ? random.nextInt(longest + 1) : random.nextInt(left + 1);
      drawn.add(new MarkovRule(word(random, left), word(random, right), random.nextInt(5) == 0));
    }
    return new MarkovProgram(drawn);
  }

  /// A string of `length` symbols.
  public String word(RandomGenerator random, int length) {
    int[] symbols = alphabet.codePoints().toArray();
    return random
        .ints(length, 0, symbols.length)
        .mapToObj(i -> Character.toString(symbols[i]))
        .collect(Collectors.joining());
  }
}
