package dev.lockstep.mu.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Damage to a source: words that go, come twice, change places, or become others.
final class Mutation {
  private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]+|\\s+");
  private static final List<String> WORDS =
      List.of(
          "fn",
          "let",
          "var",
          "if",
          "else",
          "while",
          "for",
          "in",
          "return",
          "assert",
          "print",
          "requires",
          "true",
          "false",
          "int",
          "bool",
          "[int]",
          "len",
          "push",
          "pop",
          "main",
          "v1",
          "a",
          "xs",
          "0",
          "1",
          "-1",
          "9223372036854775807",
          "99999999999999999999",
          "..",
          "->",
          "==",
          "!=",
          "<=",
          "&&",
          "||",
          "+",
          "-",
          "*",
          "/",
          "%",
          "!",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          ";",
          "=",
          "\n",
          "\"",
          "'",
          "\\",
          "//",
          "/*",
          "é",
          "\u0000",
          "😀",
          "\t",
          "@");

  private Mutation() {}

  /// One to three damages.
  static String of(String text, RandomGenerator random) {
    List<String> words =
        new ArrayList<>(WORD.matcher(text).results().map(MatchResult::group).toList());
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count && !words.isEmpty(); i++) {
      int at = random.nextInt(words.size());
      int other = random.nextInt(words.size());
      switch (random.nextInt(7)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, words.get(other));
        case 2 -> words.set(at, words.get(other));
        case 3 -> java.util.Collections.swap(words, at, other);
        case 4 -> words.subList(at, Math.min(words.size(), at + random.nextInt(12))).clear();
        case 5 -> words.add(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return String.join("", words);
  }
}
