package dev.lockstep.mu.fuzz;

import dev.lockstep.grammar.mu.MuStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Damage to a source: words that go, come twice, change places, or become others.
final class Mutation {
  private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]+|\\s+");
  private static final int MOST_CUT = 12;

  /// Words that a damage puts in, beside the keywords.
  private static final List<String> WORDS = words();

  private Mutation() {}

  private static List<String> words() {
    List<String> words = new ArrayList<>(new MuStyle().lexicon().keywords());
    words.addAll(
        List.of("int", "bool", "str", "[int]", "int?", "(int, str)", "{str: int}", "{int}"));
    words.addAll(List.of("len", "push", "pop", "remove", "lookup", "keys", "items", "set_of"));
    words.addAll(List.of("some", "unwrap", "sort", "slice", "main", "v1", "a", "xs", "Point"));
    words.addAll(List.of("0", "1", "-1", "9223372036854775807", "99999999999999999999", "0.0"));
    words.addAll(List.of("..", "->", "=>", "==", "!=", "<=", "&&", "||", "+", "-", "*", "/", "%"));
    words.addAll(List.of("+=", "!", "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "?", "."));
    words.addAll(List.of("\n", "\"", "\"é😀\"", "\"\\u{1F600}\"", "'", "\\", "//", "/*", "_"));
    words.addAll(List.of("é", "\u0000", "😀", "\t", "@", "\r", "\uFEFF"));
    return List.copyOf(words);
  }

  /// One to three damages.
  static String of(String text, RandomGenerator random) {
    List<String> words = cut(text);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count && !words.isEmpty(); i++) {
      int at = random.nextInt(words.size());
      int other = random.nextInt(words.size());
      switch (random.nextInt(7)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, words.get(other));
        case 2 -> words.set(at, words.get(other));
        case 3 -> Collections.swap(words, at, other);
        case 4 -> words.subList(at, Math.min(words.size(), at + random.nextInt(MOST_CUT))).clear();
        case 5 -> words.add(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return String.join("", words);
  }

  /// `text` with a few lines of `other` in it.
  static String crossed(String text, String other, RandomGenerator random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    List<String> others = List.of(other.split("\n", -1));
    int from = random.nextInt(others.size());
    int to = Math.min(others.size(), from + 1 + random.nextInt(MOST_CUT));
    lines.addAll(random.nextInt(lines.size()), others.subList(from, to));
    return String.join("\n", lines);
  }

  private static List<String> cut(String text) {
    return new ArrayList<>(WORD.matcher(text).results().map(MatchResult::group).toList());
  }
}
