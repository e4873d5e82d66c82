package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.items;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.text;

import dev.lockstep.machine.Value;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Oracles of the programs of `mu/everyday` about texts.
final class TextOracles {
  private static final Value NOTHING = new Value.Nothing();

  private TextOracles() {}

  static List<Oracle> all() {
    return List.of(
        Oracle.equal(
            "mu/everyday/reverse-text.mu",
            "`StringBuilder.reverse`",
            input -> reversed(text(field(input, "text")))),
        Oracle.equal(
            "mu/everyday/caesar-cipher.mu", "places in two alphabets", TextOracles::cipher),
        Oracle.equal(
            "mu/everyday/palindrome-text.mu",
            "`String.replaceAll`",
            input -> {
              String letters =
                  text(field(input, "text")).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
              return letters.equals(reversed(letters));
            }),
        Oracle.equal(
            "mu/everyday/word-count.mu",
            "`Collectors.groupingBy`",
            input ->
                Arrays.stream(text(field(input, "text")).toLowerCase(Locale.ROOT).split(" +"))
                    .filter(word -> !word.isEmpty())
                    .collect(
                        Collectors.groupingBy(
                            word -> word, LinkedHashMap::new, Collectors.counting()))),
        Oracle.equal("mu/everyday/text-statistics.mu", "`Pattern`", TextOracles::statistics),
        Oracle.equal(
            "mu/everyday/roman-numeral.mu",
            "strokes, shortened",
            input -> Roman.numeral(number(field(input, "n")))),
        Oracle.equal(
            "mu/everyday/roman-value.mu",
            "the number whose numeral it is",
            input ->
                IntStream.range(1, 4000)
                    .filter(n -> Roman.numeral(n).equals(text(field(input, "numeral"))))
                    .findFirst()
                    .orElseThrow()),
        Oracle.equal(
            "mu/everyday/balanced-brackets.mu", "striking out pairs", TextOracles::unmatched),
        Oracle.equal(
            "mu/everyday/reverse-polish.mu", "reading backwards", TextOracles::reversePolish),
        Oracle.equal(
            "mu/everyday/calculator.mu",
            "two stacks",
            input -> new TwoStacks().value(text(field(input, "formula")))),
        Oracle.equal(
            "mu/everyday/edit-distance.mu",
            "every way",
            input -> distance(text(field(input, "a")), text(field(input, "b")))),
        Oracle.equal(
            "mu/everyday/anagrams.mu",
            "`Collectors.groupingBy`",
            input ->
                List.copyOf(
                    items(field(input, "words")).stream()
                        .map(Plain::text)
                        .collect(
                            Collectors.groupingBy(
                                word -> word.chars().sorted().boxed().toList(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values())),
        Oracle.equal(
            "mu/everyday/common-letters.mu",
            "`String.contains`",
            input ->
                "abcdefghijklmnopqrstuvwxyz"
                    .chars()
                    .mapToObj(Character::toString)
                    .filter(
                        letter ->
                            items(field(input, "words")).stream()
                                .allMatch(word -> text(word).contains(letter)))
                    .toList()),
        Oracle.equal("mu/everyday/tic-tac-toe.mu", "lines as texts", TextOracles::winner));
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static String cipher(Value input) {
    String small = "abcdefghijklmnopqrstuvwxyz";
    String large = small.toUpperCase(Locale.ROOT);
    int shift = Math.floorMod(number(field(input, "shift")), 26);
    Function<String, String> moved = it -> it.substring(shift) + it.substring(0, shift);
    String from = small + large;
    String to = moved.apply(small) + moved.apply(large);
    return text(field(input, "text"))
        .chars()
        .map(c -> from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Object statistics(Value input) {
    String text = text(field(input, "text"));
    List<String> words = found("[a-zA-Z]+", text);
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put("letters", found("[a-zA-Z]", text).size());
    statistics.put("words", words.size());
    statistics.put("sentences", found("[.!?]", text).size());
    int longest = words.stream().mapToInt(String::length).max().orElse(0);
    statistics.put(
        "longest",
        words.stream()
            .filter(word -> word.length() == longest)
            .findFirst()
            .<Object>map(word -> word)
            .orElse(NOTHING));
    return statistics;
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  /// What stops the reading: the first closing bracket without its partner, or else the first
  /// opening one that is left.
  private static Object unmatched(Value input) {
    char[] signs = text(field(input, "text")).replaceAll("[^()\\[\\]{}]", "_").toCharArray();
    for (int at = 0; at < signs.length; at++) {
      if (")]}".indexOf(signs[at]) >= 0) {
        int partner = at - 1;
        while (partner >= 0 && signs[partner] == '_') {
          partner--;
        }
        if (partner < 0 || "([{".indexOf(signs[partner]) != ")]}".indexOf(signs[at])) {
          return at;
        }
        signs[at] = '_';
        signs[partner] = '_';
      }
    }
    return IntStream.range(0, signs.length)
        .filter(at -> signs[at] != '_')
        .boxed()
        .findFirst()
        .<Object>map(at -> at)
        .orElse(NOTHING);
  }

  /// From the end, a sign is followed by its two operands, the second one first.
  private static Object reversePolish(Value input) {
    Deque<String> backwards = new ArrayDeque<>();
    for (String word : text(field(input, "formula")).split(" ", -1)) {
      backwards.push(word);
    }
    try {
      long value = operand(backwards);
      return backwards.isEmpty() ? value : NOTHING;
    } catch (NoSuchElementException _) {
      return NOTHING;
    }
  }

  private static long operand(Deque<String> backwards) {
    String word = backwards.pop();
    if (!"+-*".contains(word)) {
      return Long.parseLong(word);
    }
    long second = operand(backwards);
    long first = operand(backwards);
    return apply(word, first, second);
  }

  private static long apply(String sign, long first, long second) {
    return switch (sign) {
      case "+" -> first + second;
      case "-" -> first - second;
      case "*" -> first * second;
      default -> throw new IllegalArgumentException(sign);
    };
  }

  /// Dijkstra's shunting yard; `~` is the sign of a negative number.
  private static final class TwoStacks {
    private final Deque<Long> values = new ArrayDeque<>();
    private final Deque<String> signs = new ArrayDeque<>();

    long value(String formula) {
      boolean operandBefore = false;
      for (String token : found("[0-9]+|.", formula)) {
        if (Character.isDigit(token.charAt(0))) {
          values.push(Long.valueOf(token));
        } else if (token.equals("(")) {
          signs.push(token);
        } else if (token.equals(")")) {
          reduceTo(1);
          signs.pop();
        } else {
          String sign = token.equals("-") && !operandBefore ? "~" : token;
          reduceTo(sign.equals("~") ? 4 : rank(sign));
          signs.push(sign);
        }
        operandBefore = token.equals(")") || Character.isDigit(token.charAt(0));
      }
      reduceTo(1);
      return values.pop();
    }

    /// Carries out what binds at least as tightly.
    private void reduceTo(int rank) {
      while (!signs.isEmpty() && rank(signs.peek()) >= rank) {
        String sign = signs.pop();
        long second = values.pop();
        values.push(sign.equals("~") ? -second : apply(sign, values.pop(), second));
      }
    }

    private static int rank(String sign) {
      return switch (sign) {
        case "+", "-" -> 1;
        case "*" -> 2;
        case "~" -> 3;
        default -> 0; // a bracket
      };
    }
  }

  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    int change = a.charAt(0) == b.charAt(0) ? 0 : 1;
    return Math.min(
        change + distance(a.substring(1), b.substring(1)),
        1 + Math.min(distance(a.substring(1), b), distance(a, b.substring(1))));
  }

  private static Object winner(Value input) {
    List<String> rows = items(field(input, "board")).stream().map(Plain::text).toList();
    List<String> columns = IntStream.range(0, 3).mapToObj(i -> picked(rows, i, i, i)).toList();
    List<String> diagonals = List.of(picked(rows, 0, 1, 2), picked(rows, 2, 1, 0));
    return Stream.of(rows, columns, diagonals)
        .flatMap(List::stream)
        .filter(line -> line.equals("XXX") || line.equals("OOO"))
        .findFirst()
        .<Object>map(line -> line.substring(0, 1))
        .orElse(NOTHING);
  }

  /// The signs of the three rows at these places.
  private static String picked(List<String> rows, int first, int second, int third) {
    return "" + rows.get(0).charAt(first) + rows.get(1).charAt(second) + rows.get(2).charAt(third);
  }
}
