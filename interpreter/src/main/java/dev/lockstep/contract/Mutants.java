package dev.lockstep.contract;

import java.util.List;
import java.util.random.RandomGenerator;

/// Sources with slips in them, as a typist, an editor or a broken file would make them.
final class Mutants {
  private static final List<String> STRANGE =
      List.of(
          "é", "😀", "\u0000", "\t", "\r\n", "\"", "'", "(", "}", "/*", "//", "-", "9", "\uFEFF");

  private Mutants() {}

  /// `text` with one to three changes.
  static String of(String text, RandomGenerator random) {
    String changed = text;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static String once(String text, RandomGenerator random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(6));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(from);
      case 2 -> text.substring(0, from);
      case 3 -> inserted(text, from, STRANGE.get(random.nextInt(STRANGE.size())));
      case 4 -> inserted(text, random.nextInt(text.length() + 1), text.substring(from, to));
      default -> swappedLines(text, random);
    };
  }

  private static String inserted(String text, int at, String what) {
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String swappedLines(String text, RandomGenerator random) {
    String[] lines = text.split("\n", -1);
    int a = random.nextInt(lines.length);
    int b = random.nextInt(lines.length);
    String first = lines[a];
    lines[a] = lines[b];
    lines[b] = first;
    return String.join("\n", lines);
  }
}
