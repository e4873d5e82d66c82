package dev.lockstep.pushdown;

import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.HalfTape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Words to run an automaton on. Random words mostly stop early; so half of them are grown symbol
/// by symbol, each one that a rule reads.
final class PushdownInputs {
  private static final int MOST_SILENT = 1_000; // steps between two symbols

  private final PushdownMachine machine;
  private final List<Integer> symbols;
  private final RandomGenerator random;

  PushdownInputs(PushdownProgram program, RandomGenerator random) {
    this.machine = new PushdownMachine(program);
    this.symbols = List.copyOf(program.inputSymbols());
    this.random = random;
  }

  Value next(int size) {
    int length = random.nextInt(size + 1);
    List<Integer> word =
        symbols.isEmpty() || random.nextBoolean() ? random(length) : readable(length);
    StringBuilder text = new StringBuilder();
    word.forEach(text::appendCodePoint);
    return Value.of(text.toString());
  }

  private List<Integer> random(int length) {
    return symbols.isEmpty()
        ? List.of()
        : random.ints(length, 0, symbols.size()).mapToObj(symbols::get).toList();
  }

  private List<Integer> readable(int length) {
    List<Integer> word = new ArrayList<>();
    PushdownConfiguration now = machine.start(Value.of(""));
    while (word.size() < length) {
      int symbol = symbols.get(random.nextInt(symbols.size()));
      PushdownConfiguration after = read(now, symbol);
      for (int i = 1; after.input().length() > 0 && i < symbols.size(); i++) {
        symbol = symbols.get(random.nextInt(symbols.size()));
        after = read(now, symbol);
      }
      if (after.input().length() > 0) {
        return word;
      }
      word.add(symbol);
      now = after;
    }
    return word;
  }

  /// `now` with `symbol` next in its input, run until it is read, or for as long as that makes
  /// sense.
  private PushdownConfiguration read(PushdownConfiguration now, int symbol) {
    PushdownConfiguration at =
        new PushdownConfiguration(
            now.state(), HalfTape.EMPTY.push(symbol, PushdownConfiguration.NOTHING), now.stacks());
    for (int i = 0; i < MOST_SILENT && at.input().length() > 0; i++) {
      if (!(machine.next(at) instanceof Next.Do<Shift>(Shift shift, _))) {
        return at;
      }
      at = at.after(shift);
    }
    return at;
  }
}
