package dev.lockstep.examples;

import java.util.random.RandomGenerator;

/// Sources with something wrong: pieces of a text left out, doubled, swapped or replaced.
final class Mutants {
  private static final String SIGNS = "(){}[],;:=+-*/%<>!&|.'\"?0aLR_ \n\t";

  private Mutants() {}

  /// `text` with one to three changes.
  static String of(String text, RandomGenerator random) {
    String changed = text;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !changed.isEmpty(); i++) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static String once(String text, RandomGenerator random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4));
    String piece = text.substring(from, to);
    String other =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> piece + piece;
          case 2 -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
          default -> {
            int at = random.nextInt(text.length());
            yield text.substring(at, Math.min(text.length(), at + to - from));
          }
        };
    return text.substring(0, from) + other + text.substring(to);
  }
}
