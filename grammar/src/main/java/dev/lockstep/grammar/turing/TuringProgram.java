package dev.lockstep.grammar.turing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A Turing machine as written, of one tape or several. Symbols are code points.
///
/// What `TuringReader` returns has passed the `TuringChecker`: at most one rule for each state and
/// what the heads see, no rule for a halt state, and every state mentioned has a rule or halts. A
/// rule written with `any` or `same` is several rules here, one for each case, in one place.
///
/// @param blank the symbol of the cells that nothing has touched
/// @param start the state in which a run starts, on the first symbol of the input
/// @param halts the states in which a run is over
/// @param rules in the order of the file, each with an action for every tape
/// @param tapes how many there are: the first holds the input, the last the output
public record TuringProgram(
    int blank, State start, List<State> halts, List<Rule> rules, int tapes) {
  /// The most tapes of a machine.
  public static final int MOST_TAPES = 8;

  public TuringProgram {
    halts = List.copyOf(halts);
    rules = List.copyOf(rules);
    if (tapes < 1 || tapes > MOST_TAPES) {
      throw new IllegalArgumentException("from 1 to " + MOST_TAPES + " tapes, not " + tapes);
    }
    if (rules.stream().anyMatch(rule -> rule.actions().size() != tapes)) {
      throw new IllegalArgumentException("a rule for another number of tapes than " + tapes);
    }
  }

  /// A machine of one tape.
  public TuringProgram(int blank, State start, List<State> halts, List<Rule> rules) {
    this(blank, start, halts, rules, 1);
  }

  /// Every symbol that a rule reads or writes, the blank first, the others in order of code points,
  /// so that the list does not depend on the order of the rules.
  public SequencedSet<Integer> symbols() {
    Comparator<Integer> blankFirst =
        Comparator.<Integer, Boolean>comparing(symbol -> symbol != blank);
    TreeSet<Integer> symbols = new TreeSet<>(blankFirst.thenComparing(Comparator.naturalOrder()));
    symbols.add(blank);
    for (Rule rule : rules) {
      for (Rule.Action action : rule.actions()) {
        symbols.add(action.read());
        symbols.add(action.write());
      }
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

  /// This program without the rules of states that no rules lead to.
  public TuringProgram reached() {
    Map<State, List<Rule>> rulesOf = rules.stream().collect(Collectors.groupingBy(Rule::from));
    Set<State> reached = new HashSet<>();
    Deque<State> ahead = new ArrayDeque<>(List.of(start));
    while (!ahead.isEmpty()) {
      State state = ahead.pop();
      if (reached.add(state)) {
        rulesOf.getOrDefault(state, List.of()).forEach(rule -> ahead.push(rule.to()));
      }
    }
    List<Rule> kept = rules.stream().filter(rule -> reached.contains(rule.from())).toList();
    return new TuringProgram(blank, start, halts, kept, tapes);
  }
}
