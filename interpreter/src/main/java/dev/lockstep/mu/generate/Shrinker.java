package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a text smaller as long as it keeps a property: lines go, blocks lose what stands around
/// them, words go or become `0` or `true`, numbers shrink. It knows no grammar, so it serves
/// sources with errors as well; the property says what is still a program.
///
/// After "Simplifying and isolating failure-inducing input" (Zeller and Hildebrandt, 2002).
public final class Shrinker {
  private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]|\\n");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int LONGEST_RANGE = 16;

  private final Predicate<String> property;
  private int tries;

  private Shrinker(Predicate<String> property, int tries) {
    this.property = property;
    this.tries = tries;
  }

  /// The smallest text found that has the property, which `text` has, after at most `tries` looks
  /// at it.
  public static String shrink(String text, Predicate<String> property, int tries) {
    Shrinker shrinker = new Shrinker(property, tries);
    String best = text;
    while (true) {
      String smaller = shrinker.words(shrinker.blocks(shrinker.lines(best)));
      if (smaller.equals(best)) {
        return best;
      }
      best = smaller;
    }
  }

  private boolean holds(String candidate) {
    if (tries <= 0) {
      return false;
    }
    tries--;
    return property.test(candidate);
  }

  /// Without runs of lines, long ones first.
  private String lines(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    for (int size = Math.max(1, lines.size() / 2); size >= 1; size /= 2) {
      int at = 0;
      while (at + size <= lines.size()) {
        List<String> fewer = without(lines, at, at + size);
        if (holds(String.join("\n", fewer))) {
          lines = fewer;
        } else {
          at += size;
        }
      }
    }
    return String.join("\n", lines);
  }

  /// Without whole blocks, or without their first and last lines.
  private String blocks(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int at = 0;
    while (at < lines.size()) {
      int end = lines.get(at).endsWith("{") ? closing(lines, at) : -1;
      if (end > at) {
        List<String> whole = without(lines, at, end + 1);
        List<String> inner = without(without(lines, end, end + 1), at, at + 1);
        if (holds(String.join("\n", whole))) {
          lines = whole;
          continue;
        }
        if (holds(String.join("\n", inner))) {
          lines = inner;
          continue;
        }
      }
      at++;
    }
    return String.join("\n", lines);
  }

  private static int closing(List<String> lines, int opening) {
    int open = 0;
    for (int i = opening; i < lines.size(); i++) {
      for (int j = 0; j < lines.get(i).length(); j++) {
        char mark = lines.get(i).charAt(j);
        open += mark == '{' ? 1 : mark == '}' ? -1 : 0;
      }
      if (open <= 0) {
        return i;
      }
    }
    return -1;
  }

  /// Without ranges of words, or with one word for them.
  private String words(String text) {
    String best = text;
    for (int range = LONGEST_RANGE; range >= 1; range--) {
      int first = 0;
      while (first + range <= spans(best).size()) {
        List<int[]> spans = spans(best);
        int from = spans.get(first)[0];
        int to = spans.get(first + range - 1)[1];
        String shorter = shorter(best, from, to);
        if (shorter.equals(best)) {
          first++;
        } else {
          best = shorter;
        }
      }
    }
    return best;
  }

  private String shorter(String text, int from, int to) {
    String taken = text.substring(from, to);
    List<String> instead = new ArrayList<>(List.of(""));
    if (taken.length() > 1) {
      instead.addAll(List.of("0", "1"));
    }
    if (taken.length() > 4) {
      instead.add("true");
    }
    if (NUMBER.matcher(taken).matches() && taken.length() > 2) {
      instead.add(taken.substring(0, (taken.length() + 1) / 2));
    }
    for (String word : instead) {
      String candidate = text.substring(0, from) + word + text.substring(to);
      if (holds(candidate)) {
        return candidate;
      }
    }
    return text;
  }

  private static List<int[]> spans(String text) {
    List<int[]> spans = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      spans.add(new int[] {words.start(), words.end()});
    }
    return spans;
  }

  private static List<String> without(List<String> lines, int from, int to) {
    List<String> fewer = new ArrayList<>(lines.subList(0, from));
    fewer.addAll(lines.subList(to, lines.size()));
    return List.copyOf(fewer);
  }
}
