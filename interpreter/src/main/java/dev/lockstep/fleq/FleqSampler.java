package dev.lockstep.fleq;

import static dev.lockstep.words.Listings.name;
import static dev.lockstep.words.Listings.value;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.fleq.Fleq;
import dev.lockstep.words.Listings;
import java.util.random.RandomGenerator;

/// Random programs that can be assembled, to test with; some divide by zero.
final class FleqSampler {
  private static final int[] WIDTHS = {8, 13, 16, 32, 64};

  private FleqSampler() {}

  /// A program of at least one and about `size` instructions.
  static AssemblyProgram sample(RandomGenerator random, int size) {
    int instructions = Math.max(1, random.nextInt(1 + size));
    int functions = 1 + random.nextInt(4);
    int cells = 1 + random.nextInt(6);
    Listings out = new Listings();
    for (int i = 0; i < functions; i++) {
      out.add(new Item.Function("f" + i, body(random, 2), Place.NOWHERE));
    }
    for (int i = 0; i < instructions; i++) {
      out.label("i" + i);
      boolean output = random.nextInt(8) == 0;
      out.add(
          Fleq.FLEQ,
          new Operand.Function("f" + random.nextInt(functions), Place.NOWHERE),
          !output && random.nextInt(8) == 0 ? value(Fleq.PORT) : cell(random, cells),
          cell(random, cells),
          output ? value(Fleq.PORT) : cell(random, cells),
          cell(random, cells),
          name("i" + random.nextInt(instructions)));
    }
    for (int i = 0; i < cells; i++) {
      out.label("c" + i);
      out.words(random.nextInt(-20, 21));
    }
    Word word = new Word(WIDTHS[random.nextInt(WIDTHS.length)]);
    return new AssemblyProgram(word, random.nextInt(5) == 0, out.lines());
  }

  private static Operand cell(RandomGenerator random, int cells) {
    return name("c" + random.nextInt(cells));
  }

  private static Expression body(RandomGenerator random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> new Expression.Name("x");
        case 1 -> new Expression.Name("y");
        default -> new Expression.Numeral(random.nextInt(10));
      };
    }
    Expression.Operator[] operators = Expression.Operator.values();
    return random.nextInt(6) == 0
        ? new Expression.Minus(body(random, depth - 1), Place.NOWHERE)
        : new Expression.Binary(
            operators[random.nextInt(operators.length)],
            body(random, depth - 1),
            body(random, depth - 1));
  }
}
