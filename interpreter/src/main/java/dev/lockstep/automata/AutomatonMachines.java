package dev.lockstep.automata;

import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.grammar.automaton.Mention;
import dev.lockstep.grammar.automaton.Transition;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Place;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TuringConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Deterministic automata as Turing machines that read their input once, from left to right, and
/// answer whether it is accepted.
final class AutomatonMachines {
  /// No state of an automaton can be called so.
  private static final String ACCEPTED = "+accepted";

  private static final String REJECTED = "-rejected";

  private AutomatonMachines() {}

  /// The machine of a deterministic automaton: what no transition goes on from is rejected.
  ///
  /// @param symbols what words consist of, at least what the automaton reads
  static TuringProgram of(AutomatonProgram program, Set<Integer> symbols) {
    int blank = blank(symbols);
    Set<String> accepting =
        program.accepting().stream().map(Mention::name).collect(Collectors.toSet());
    List<Rule> rules = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Transition it : program.transitions()) {
      int symbol = it.symbol().orElseThrow();
      known.add(it.from().name() + " " + symbol);
      rules.add(
          new Rule(
              new State(it.from().name()),
              symbol,
              symbol,
              Move.R,
              new State(it.to().name()),
              it.place().span().map(Place::of).orElse(Place.NOWHERE)));
    }
    for (String state : program.states()) {
      String verdict = accepting.contains(state) ? ACCEPTED : REJECTED;
      rules.add(new Rule(state, blank, blank, Move.N, verdict));
      for (int symbol : symbols) {
        if (!known.contains(state + " " + symbol)) {
          rules.add(new Rule(state, symbol, symbol, Move.N, REJECTED));
        }
      }
    }
    return new TuringProgram(
        blank,
        new State(program.starts().getFirst().name()),
        List.of(new State(ACCEPTED), new State(REJECTED)),
        rules);
  }

  static Value answer(TuringConfiguration last) {
    return new Value.Bool(last.state().equals(ACCEPTED));
  }

  /// A symbol that no word holds.
  private static int blank(Set<Integer> symbols) {
    int blank = '_';
    while (symbols.contains(blank)) {
      blank = blank == '_' ? '\u2400' : blank + 1;
    }
    return blank;
  }
}
