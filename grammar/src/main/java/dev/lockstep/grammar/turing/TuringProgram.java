package dev.lockstep.grammar.turing;

import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/// A one-tape Turing machine as written. Symbols are code points.
///
/// What `TuringReader` returns has passed the `TuringChecker`: at most one rule for each state and
/// symbol, no rule for a halt state, and every state mentioned has a rule or halts.
///
/// @param blank the symbol of the cells that nothing has touched
/// @param start the state in which a run starts, on the first symbol of the input
/// @param halts the states in which a run is over
/// @param rules in the order of the file
public record TuringProgram(int blank, State start, List<State> halts, List<Rule> rules) {
  public TuringProgram {
    halts = List.copyOf(halts);
    rules = List.copyOf(rules);
  }

  /// Every symbol that a rule reads or writes, the blank first, the others in order of code points,
  /// so that the list does not depend on the order of the rules.
  public SequencedSet<Integer> symbols() {
    Comparator<Integer> blankFirst =
        Comparator.<Integer, Boolean>comparing(symbol -> symbol != blank);
    TreeSet<Integer> symbols = new TreeSet<>(blankFirst.thenComparing(Comparator.naturalOrder()));
    symbols.add(blank);
    for (Rule rule : rules) {
      symbols.add(rule.read());
      symbols.add(rule.write());
    }
    return symbols;
  }

  /// The names of all states, halt states included, in alphabetical order.
  public SequencedSet<String> states() {
    TreeSet<String> states = new TreeSet<>();
    states.add(start.name());
    halts.forEach(state -> states.add(state.name()));
    for (Rule rule : rules) {
      states.add(rule.from().name());
      states.add(rule.to().name());
    }
    return states;
  }
}
