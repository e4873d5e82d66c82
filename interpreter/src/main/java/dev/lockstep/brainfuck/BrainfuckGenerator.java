package dev.lockstep.brainfuck;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.brainfuck.BrainfuckProgram;
import dev.lockstep.grammar.brainfuck.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random programs. Every program that is not too deep has some chance to be drawn, so that what
/// they write is a sample of what programs of a universal machine write.
final class BrainfuckGenerator {
  private static final String SIGNS = "++-><..,"; // as often as they are drawn
  private static final int DEEPEST = 6;

  private final RandomGenerator random;
  private int left;

  private BrainfuckGenerator(RandomGenerator random, int size) {
    this.random = random;
    this.left = size;
  }

  /// At least one and about `size` signs.
  static BrainfuckProgram program(RandomGenerator random, int size) {
    return new BrainfuckProgram(
        new BrainfuckGenerator(random, 1 + random.nextInt(Math.max(1, size))).steps(0));
  }

  private List<Step> steps(int depth) {
    List<Step> steps = new ArrayList<>();
    do {
      left--;
      if (depth < DEEPEST && left > 2 && random.nextInt(8) == 0) {
        left--;
        steps.add(new Step.Loop(steps(depth + 1), Place.NOWHERE));
      } else {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        steps.add(new Step.Sign(sign, Place.NOWHERE));
      }
    } while (left > 0 && (depth == 0 || random.nextInt(5) > 0));
    return steps;
  }
}
