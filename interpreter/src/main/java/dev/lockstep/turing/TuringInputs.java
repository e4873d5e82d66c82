package dev.lockstep.turing;

import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/// Words to run a machine on, for the first of its tapes. Random words mostly stop early; so some
/// are bred to run long, and some to halt with an output.
final class TuringInputs {
  /// What one trial run may cost.
  private static final Budget TRIAL = Budget.ofSteps(2_000);

  private static final int FOUNDERS = 12;
  private static final int CHANGES = 28;

  private final TuringEngine engine;
  private final List<Integer> symbols;
  private final RandomGenerator random;
  private final int size;

  TuringInputs(TuringProgram program, RandomGenerator random, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + size);
    }
    this.engine = TuringEngine.of(program);
    this.symbols = program.symbols().stream().skip(1).toList();
    this.random = random;
    this.size = size;
  }

  Value next() {
    if (symbols.isEmpty()) {
      return Value.of("");
    }
    int[] word =
        switch (random.nextInt(3)) {
          case 0 -> word();
          case 1 -> bred(this::steps);
          default -> bred(this::answer);
        };
    return text(word);
  }

  private int[] word() {
    return random.ints(random.nextInt(size + 1), 0, symbols.size()).map(symbols::get).toArray();
  }

  /// The best of some random words, then changed as long as that makes it no worse.
  private int[] bred(ToLongFunction<int[]> worth) {
    int[] best = word();
    long most = worth.applyAsLong(best);
    for (int i = 1; i < FOUNDERS + CHANGES; i++) {
      int[] other = i < FOUNDERS ? word() : changed(best);
      long value = worth.applyAsLong(other);
      if (value >= most) {
        best = other;
        most = value;
      }
    }
    return best;
  }

  /// `word` with one symbol replaced, put in or taken out.
  private int[] changed(int[] word) {
    int at = random.nextInt(word.length + 1);
    int symbol = symbols.get(random.nextInt(symbols.size()));
    int kind = random.nextInt(3);
    boolean longer = kind == 0 && word.length < size;
    boolean shorter = kind == 1 && at < word.length;
    int[] result = new int[word.length + (longer ? 1 : shorter ? -1 : 0)];
    System.arraycopy(word, 0, result, 0, Math.min(at, result.length));
    int from = shorter ? at + 1 : at;
    int to = longer ? at + 1 : at;
    System.arraycopy(word, from, result, to, word.length - from);
    if (!shorter && at < result.length) {
      result[at] = symbol;
    }
    return result;
  }

  private long steps(int[] word) {
    return engine.result(text(word), TRIAL).steps();
  }

  /// The steps of a run that halts and leaves a symbol on the tape, less than nothing for others.
  private long answer(int[] word) {
    TuringEngine.Result result = engine.result(text(word), TRIAL);
    boolean answers =
        result.ending() instanceof Ending.Halted
            && !result.last().tapes().getLast().text().isEmpty();
    return answers ? result.steps() : -1;
  }

  private static Value text(int[] word) {
    return Value.of(new String(word, 0, word.length));
  }
}
