package dev.lockstep.subleq;

import static dev.lockstep.words.Listings.name;
import static dev.lockstep.words.Listings.value;

import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.subleq.Subleq;
import dev.lockstep.words.Listings;
import java.util.random.RandomGenerator;

/// Random programs that can be assembled, to test with: some change themselves, some fail.
final class SubleqSampler {
  private static final int[] WIDTHS = {8, 13, 16, 32, 64};

  private SubleqSampler() {}

  /// A program of at least one and about `size` instructions.
  static AssemblyProgram sample(RandomGenerator random, int size) {
    int instructions = Math.clamp(random.nextInt(1 + size) + 1L, 1, 24);
    int cells = 1 + random.nextInt(6);
    Word word = new Word(WIDTHS[random.nextInt(WIDTHS.length)]);
    Listings out = new Listings();
    for (int i = 0; i < instructions; i++) {
      out.label("i" + i);
      Operand a = cell(random, cells, instructions);
      Operand b = cell(random, cells, instructions);
      if (random.nextInt(3) == 0) {
        out.add(Subleq.SUBLEQ, a, b);
      } else {
        out.add(Subleq.SUBLEQ, a, b, target(random, instructions));
      }
    }
    for (int i = 0; i < cells; i++) {
      out.label("c" + i);
      out.words(random.nextInt(-20, 21));
    }
    return new AssemblyProgram(word, random.nextInt(5) == 0, out.lines());
  }

  private static Operand cell(RandomGenerator random, int cells, int instructions) {
    return switch (random.nextInt(12)) {
      case 0 -> value(Subleq.PORT);
      case 1 -> name("i" + random.nextInt(instructions)); // changes the program itself
      default -> name("c" + random.nextInt(cells));
    };
  }

  private static Operand target(RandomGenerator random, int instructions) {
    return random.nextInt(8) == 0
        ? value(-1 - random.nextInt(2))
        : name("i" + random.nextInt(instructions));
  }
}
