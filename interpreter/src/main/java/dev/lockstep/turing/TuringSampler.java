package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Place;
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

  /// A program with at least one and about `size` rules, one in three of them of several tapes; a
  /// few cases have no rule.
  static TuringProgram sample(RandomGenerator random, int size) {
    return sample(random, size, random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1);
  }

  /// A program of so many tapes.
  static TuringProgram sample(RandomGenerator random, int size, int tapes) {
    int symbols = 2 + random.nextInt(tapes > 1 ? 2 : Math.clamp(size / 4, 1, SYMBOLS.length - 1));
    int cases = (int) Math.pow(symbols, tapes);
    int states = Math.clamp(size / cases, 1, STATES.size());
    int halts = 1 + random.nextInt(HALTS.size());
    List<Rule> rules = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      int sure = random.nextInt(cases);
      for (int seen = 0; seen < cases; seen++) {
        if (seen == sure || random.nextInt(8) > 0) {
          String next =
              random.nextInt(states * cases) == 0
                  ? HALTS.get(random.nextInt(halts))
                  : STATES.get(random.nextInt(states));
          rules.add(
              new Rule(
                  new State(STATES.get(state)),
                  actions(random, tapes, symbols, seen),
                  new State(next),
                  Place.NOWHERE));
        }
      }
    }
    List<State> over = HALTS.subList(0, halts).stream().map(State::new).toList();
    return new TuringProgram(SYMBOLS[0], new State(STATES.getFirst()), over, rules, tapes);
  }

  /// What is done where the heads see the digits of `seen`.
  private static List<Rule.Action> actions(
      RandomGenerator random, int tapes, int symbols, int seen) {
    List<Rule.Action> actions = new ArrayList<>();
    int rest = seen;
    for (int tape = 0; tape < tapes; tape++) {
      actions.add(
          new Rule.Action(SYMBOLS[rest % symbols], SYMBOLS[random.nextInt(symbols)], move(random)));
      rest /= symbols;
    }
    return actions;
  }

  private static Move move(RandomGenerator random) {
    return switch (random.nextInt(7)) {
      case 0 -> Move.N;
      case 1, 2, 3 -> Move.L;
      default -> Move.R;
    };
  }
}
