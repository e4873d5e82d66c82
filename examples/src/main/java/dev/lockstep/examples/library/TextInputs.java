package dev.lockstep.examples.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Inputs of the programs of `mu/everyday` about texts.
final class TextInputs {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String PROSE = "aeinrst AEINRST  .,!?-7é";
  private static final List<String> WORDS =
      List.of("a", "the", "The", "cat", "act", "tac", "dog", "god", "stone", "notes", "tones");

  private TextInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("reverse-text", draw -> Given.that("text", prose(draw))),
        Map.entry("caesar-cipher", TextInputs::cipher),
        Map.entry("palindrome-text", TextInputs::maybePalindrome),
        Map.entry("word-count", draw -> Given.that("text", words(draw))),
        Map.entry("text-statistics", draw -> Given.that("text", prose(draw))),
        Map.entry("roman-numeral", draw -> Given.that("n", roman(draw))),
        Map.entry("roman-value", draw -> Given.that("numeral", Roman.numeral(roman(draw)))),
        Map.entry("balanced-brackets", TextInputs::brackets),
        Map.entry("reverse-polish", TextInputs::polish),
        Map.entry(
            "calculator", draw -> Given.that("formula", formula(draw, Math.min(4, draw.size())))),
        Map.entry("edit-distance", TextInputs::twoWords),
        Map.entry(
            "anagrams",
            draw -> Given.that("words", draw.list(draw.length(), () -> draw.one(WORDS)))),
        Map.entry("common-letters", TextInputs::alike),
        Map.entry("tic-tac-toe", TextInputs::board));
  }

  private static String prose(Draw draw) {
    return draw.text(3 * draw.length(), PROSE);
  }

  private static Given cipher(Draw draw) {
    return Given.that("text", draw.text(draw.length(), LETTERS + "XYZ ,."))
        .and("shift", draw.between(-30, 30));
  }

  private static Given maybePalindrome(Draw draw) {
    String half = draw.text(draw.length(), "abAB ,");
    String other = new StringBuilder(half).reverse().toString().toUpperCase(Locale.ROOT);
    return Given.that(
        "text", draw.chance(50) ? half + other : draw.text(2 * draw.length(), "abcD e"));
  }

  /// With two blanks here and there.
  private static String words(Draw draw) {
    return String.join(
        draw.chance(30) ? "  " : " ", draw.list(2 * draw.length(), () -> draw.one(WORDS)));
  }

  private static int roman(Draw draw) {
    return draw.between(1, Math.min(3999, 20 * draw.size() * draw.size()));
  }

  private static Given brackets(Draw draw) {
    String text = nested(draw, draw.size());
    if (!text.isEmpty() && draw.chance(50)) {
      int at = draw.below(text.length());
      text = text.substring(0, at) + draw.text(draw.below(2), "()[]{}") + text.substring(at + 1);
    }
    return Given.that("text", text);
  }

  private static String nested(Draw draw, int size) {
    if (size < 2) {
      return draw.text(draw.below(2), "xyz");
    }
    String pair = draw.one(List.of("()", "[]", "{}"));
    int first = draw.below(size);
    return pair.charAt(0) + nested(draw, first) + pair.charAt(1) + nested(draw, size - first - 2);
  }

  private static Given polish(Draw draw) {
    String formula = polish(draw, draw.size());
    return Given.that("formula", draw.chance(20) ? formula.replaceFirst(" ", " + ") : formula);
  }

  private static String polish(Draw draw, int numbers) {
    if (numbers < 2) {
      return Integer.toString(draw.between(-20, 20));
    }
    int first = draw.between(1, numbers - 1);
    return polish(draw, first)
        + " "
        + polish(draw, numbers - first)
        + " "
        + draw.one(List.of("+", "-", "*"));
  }

  private static String formula(Draw draw, int depth) {
    if (depth == 0 || draw.chance(20)) {
      return Integer.toString(draw.between(0, 30));
    }
    String inner = formula(draw, depth - 1);
    return switch (draw.below(6)) {
      case 0 -> "(" + inner + ")";
      case 1 -> "-" + inner;
      default -> inner + draw.one(List.of("+", "-", "*")) + formula(draw, depth - 1);
    };
  }

  /// Short, since the oracle tries every way.
  private static Given twoWords(Draw draw) {
    int most = Math.min(6, draw.size());
    return Given.that("a", draw.text(draw.between(0, most), "abc"))
        .and("b", draw.text(draw.between(0, most), "abc"));
  }

  private static Given alike(Draw draw) {
    return Given.that(
        "words",
        draw.list(draw.between(1, 3), () -> draw.text(draw.length(), LETTERS.substring(0, 8))));
  }

  private static Given board(Draw draw) {
    return Given.that("board", draw.list(3, () -> draw.text(3, "XXOO ")));
  }
}
