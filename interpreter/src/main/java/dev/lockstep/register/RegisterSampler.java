package dev.lockstep.register;

import static dev.lockstep.words.Listings.indexed;
import static dev.lockstep.words.Listings.name;
import static dev.lockstep.words.Listings.register;
import static dev.lockstep.words.Listings.value;

import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.words.Listings;
import java.util.random.RandomGenerator;

/// Random programs that can be assembled, to test with; some divide by zero or run off their end.
final class RegisterSampler {
  private static final int[] WIDTHS = {8, 13, 16, 32, 64};
  private static final int REGISTERS = 5; // few, so that they meet

  private RegisterSampler() {}

  /// A program of at least one and about `size` instructions.
  static AssemblyProgram sample(RandomGenerator random, int size) {
    int instructions = Math.max(1, random.nextInt(1 + size));
    int cells = 1 + random.nextInt(6);
    Listings out = new Listings();
    for (int i = 0; i < instructions; i++) {
      out.label("i" + i);
      RegisterOperation[] all = RegisterOperation.values();
      RegisterOperation operation = all[random.nextInt(all.length)];
      out.add(
          operation.operation(),
          operation.operation().operands().stream()
              .map(kind -> operand(kind, random, instructions, cells))
              .toArray(Operand[]::new));
    }
    for (int i = 0; i < cells; i++) {
      out.label("c" + i);
      out.words(random.nextInt(-20, 21));
    }
    Word word = new Word(WIDTHS[random.nextInt(WIDTHS.length)]);
    return new AssemblyProgram(word, random.nextInt(5) == 0, out.lines());
  }

  private static Operand operand(
      Operand.Kind kind, RandomGenerator random, int instructions, int cells) {
    return switch (kind) {
      case REGISTER -> register(random.nextInt(REGISTERS));
      case TARGET -> name("i" + random.nextInt(instructions));
      case INDEXED ->
          indexed(
              new Expression.Binary(
                  Expression.Operator.PLUS,
                  new Expression.Name("c" + random.nextInt(cells)),
                  Listings.number(random.nextInt(4))),
              random.nextInt(3) == 0 ? random.nextInt(REGISTERS) : 0);
      case VALUE, CELL, FUNCTION -> value(random.nextInt(-10, 11));
    };
  }
}
