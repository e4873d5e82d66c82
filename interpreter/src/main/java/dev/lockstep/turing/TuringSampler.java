package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random programs that pass the checker, to test with.
final class TuringSampler {
  /// The blank first; some must be quoted in a file, one lies outside the basic plane.
  private static final int[] SYMBOLS = "_01ab+'/: 😀é".codePoints().toArray();

  private static final List<String> STATES =
      List.of("A", "b2", "start", "carry-on", "L", "halt", "_", "0", "blank", "Zustand");
  private static final List<String> HALTS = List.of("done", "accept", "reject");

  private TuringSampler() {}

  /// A program with at least one and about `size` rules; a few cases have none.
  static TuringProgram sample(RandomGenerator random, int size) {
    int symbols = 2 + random.nextInt(Math.clamp(size / 4, 1, SYMBOLS.length - 1));
    int states = Math.clamp(size / symbols, 1, STATES.size());
    int halts = 1 + random.nextInt(HALTS.size());
    List<Rule> rules = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      int sure = random.nextInt(symbols);
      for (int symbol = 0; symbol < symbols; symbol++) {
        if (symbol == sure || random.nextInt(8) > 0) {
          String next =
              random.nextInt(states * symbols) == 0
                  ? HALTS.get(random.nextInt(halts))
                  : STATES.get(random.nextInt(states));
          rules.add(
              new Rule(
                  STATES.get(state),
                  SYMBOLS[symbol],
                  SYMBOLS[random.nextInt(symbols)],
                  move(random),
                  next));
        }
      }
    }
    List<State> over = HALTS.subList(0, halts).stream().map(State::new).toList();
    return new TuringProgram(SYMBOLS[0], new State(STATES.getFirst()), over, rules);
  }

  private static Move move(RandomGenerator random) {
    return switch (random.nextInt(7)) {
      case 0 -> Move.N;
      case 1, 2, 3 -> Move.L;
      default -> Move.R;
    };
  }
}
