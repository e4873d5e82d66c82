package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A program's symbols, states and rules by number. Symbol 0 is the blank; the numbers depend only
/// on which symbols and states there are. What several heads see is one number too, its digits the
/// symbols' numbers, the first tape's least.
final class RuleTable {
  /// The number that stands where a state has no rule for a symbol.
  static final int NONE = -1;

  /// Above this many cases the table is a map of the rules that there are.
  private static final int MOST_DENSE = 1 << 24;

  private final List<Integer> symbols;
  private final List<String> states;
  private final Map<Integer, Integer> symbolNumbers = new HashMap<>();
  private final Map<String, Integer> stateNumbers = new HashMap<>();
  private final boolean[] halts;
  private final int start;
  private final List<Rule> rules;
  private final int tapes;
  private final long sights; // how many different things the heads can see
  private final int[] dense; // [states * sights]: the number of the rule, or NONE
  private final Map<Long, Integer> sparse = new HashMap<>();

  /// Throws `IllegalArgumentException` where the checker finds the program wrong.
  RuleTable(TuringProgram program) {
    symbols = List.copyOf(program.symbols());
    states = List.copyOf(program.states());
    rules = program.rules();
    tapes = program.tapes();
    symbols.forEach(symbol -> symbolNumbers.put(symbol, symbolNumbers.size()));
    states.forEach(state -> stateNumbers.put(state, stateNumbers.size()));
    start = stateNumbers.get(program.start().name());
    halts = new boolean[states.size()];
    Set<String> defined = new HashSet<>();
    for (State state : program.halts()) {
      halts[stateNumbers.get(state.name())] = true;
      defined.add(state.name());
    }
    sights = Math.round(Math.pow(symbols.size(), tapes));
    double cases = (double) states.size() * sights;
    dense = new int[cases <= MOST_DENSE ? (int) cases : 0];
    Arrays.fill(dense, NONE);
    for (int i = 0; i < rules.size(); i++) {
      defined.add(rules.get(i).from().name());
      add(i);
    }
    if (!defined.containsAll(states)) {
      throw new IllegalArgumentException("a program with an undefined state");
    }
  }

  private void add(int number) {
    Rule rule = rules.get(number);
    int state = stateNumbers.get(rule.from().name());
    long seen = 0;
    for (int i = tapes - 1; i >= 0; i--) {
      seen = seen * symbols.size() + symbolNumbers.get(rule.actions().get(i).read());
    }
    if (halts[state] || number(state, seen) != NONE) {
      throw new IllegalArgumentException("a program with a rule too many: " + rule);
    }
    if (dense.length > 0) {
      dense[(int) (state * sights + seen)] = number;
    } else {
      sparse.put(state * sights + seen, number);
    }
  }

  /// The number of the rule for a state and what the heads see, or `NONE`.
  int number(int state, long seen) {
    return dense.length > 0
        ? dense[(int) (state * sights + seen)]
        : sparse.getOrDefault(state * sights + seen, NONE);
  }

  /// The numbers of all cases, `[states * sights]`; empty where there are too many of them. Not to
  /// be changed.
  int[] dense() {
    return dense;
  }

  /// The rule for a state and what the heads see.
  Optional<Rule> rule(int state, long seen) {
    int number = number(state, seen);
    return number == NONE ? Optional.empty() : Optional.of(rules.get(number));
  }

  Rule rule(int number) {
    return rules.get(number);
  }

  int rules() {
    return rules.size();
  }

  int tapes() {
    return tapes;
  }

  /// How many different things the heads of all tapes can see together.
  long sights() {
    return sights;
  }

  /// What the heads of `tapes` see.
  long seen(List<Tape> tapes) {
    long seen = 0;
    for (int i = tapes.size() - 1; i >= 0; i--) {
      seen = seen * symbols.size() + symbol(tapes.get(i).symbol());
    }
    return seen;
  }

  /// Code points by number.
  List<Integer> symbols() {
    return symbols;
  }

  /// Names by number.
  List<String> states() {
    return states;
  }

  int start() {
    return start;
  }

  boolean halts(int state) {
    return halts[state];
  }

  boolean isSymbol(int symbol) {
    return symbolNumbers.containsKey(symbol);
  }

  boolean isState(String name) {
    return stateNumbers.containsKey(name);
  }

  int symbol(int symbol) {
    return symbolNumbers.get(symbol);
  }

  int state(String name) {
    return stateNumbers.get(name);
  }
}
