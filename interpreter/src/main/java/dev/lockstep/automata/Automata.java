package dev.lockstep.automata;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.grammar.automaton.Mention;
import dev.lockstep.grammar.automaton.Transition;
import dev.lockstep.grammar.regex.Regex;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.StatePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Automata as wholes: the least deterministic one, and whether two accept the same words.
///
/// The library knows `char`s, so symbols go in as their number in the alphabet.
public final class Automata {
  private final List<Integer> alphabet;

  private Automata(Set<Integer> symbols) {
    this.alphabet = List.copyOf(new TreeSet<>(symbols));
  }

  /// The least deterministic automaton that accepts the same words, without states that lead
  /// nowhere. Its states are called `q0`, `q1`, … in the order in which words reach them.
  public static AutomatonProgram minimal(AutomatonProgram program) {
    Automata automata = new Automata(program.symbols());
    return automata.written(automata.of(program));
  }

  /// The least deterministic automaton that accepts what `regex` matches.
  public static AutomatonProgram minimal(Regex regex) {
    Automata automata = new Automata(regex.symbols());
    return automata.written(automata.of(regex));
  }

  /// A shortest word that one of them accepts and the other does not; empty where they accept the
  /// same words.
  public static Optional<String> difference(AutomatonProgram one, AutomatonProgram two) {
    Set<Integer> symbols = new TreeSet<>(one.symbols());
    symbols.addAll(two.symbols());
    Automata automata = new Automata(symbols);
    Automaton first = automata.of(one);
    Automaton second = automata.of(two);
    Automaton apart = BasicOperations.union(first.minus(second), second.minus(first));
    return Optional.ofNullable(apart.getShortestExample(true)).map(automata::word);
  }

  private String word(String numbers) {
    return numbers
        .chars()
        .mapToObj(number -> Character.toString(alphabet.get(number)))
        .collect(Collectors.joining());
  }

  private Automaton of(AutomatonProgram program) {
    Map<String, State> states = new LinkedHashMap<>();
    program.states().forEach(name -> states.put(name, new State()));
    program.accepting().forEach(it -> states.get(it.name()).setAccept(true));
    List<StatePair> silent = new ArrayList<>();
    for (Transition it : program.transitions()) {
      State from = states.get(it.from().name());
      State to = states.get(it.to().name());
      it.symbol()
          .ifPresentOrElse(
              symbol -> from.addTransition(new dk.brics.automaton.Transition(number(symbol), to)),
              () -> silent.add(new StatePair(from, to)));
    }
    State start = new State();
    program.starts().forEach(it -> silent.add(new StatePair(start, states.get(it.name()))));
    Automaton automaton = new Automaton();
    automaton.setInitialState(start);
    automaton.setDeterministic(false);
    automaton.addEpsilons(silent);
    return automaton;
  }

  private Automaton of(Regex regex) {
    return switch (regex) {
      case Regex.Symbol(int codePoint) -> BasicAutomata.makeChar(number(codePoint));
      case Regex.OneOf(List<Integer> codePoints) ->
          BasicOperations.union(
              codePoints.stream().map(it -> BasicAutomata.makeChar(number(it))).toList());
      case Regex.Any() ->
          alphabet.isEmpty()
              ? BasicAutomata.makeEmpty()
              : BasicAutomata.makeCharRange((char) 0, (char) (alphabet.size() - 1));
      case Regex.Sequence(List<Regex> parts) ->
          BasicOperations.concatenate(parts.stream().map(this::of).toList());
      case Regex.Choice(List<Regex> options) ->
          BasicOperations.union(options.stream().map(this::of).toList());
      case Regex.Repetition(Regex part, Regex.Times times) ->
          switch (times) {
            case ANY -> BasicOperations.repeat(of(part));
            case SOME -> BasicOperations.repeat(of(part), 1);
            case OPTIONAL -> BasicOperations.optional(of(part));
          };
    };
  }

  private char number(int symbol) {
    return (char) alphabet.indexOf(symbol);
  }

  /// Numbers the states in the order in which words reach them, short ones first.
  private AutomatonProgram written(Automaton automaton) {
    automaton.determinize();
    automaton.minimize();
    automaton.removeDeadTransitions();
    automaton.expandSingleton();
    Map<State, String> names = new HashMap<>();
    List<State> order = new ArrayList<>();
    reach(automaton.getInitialState(), names, order);
    List<Transition> transitions = new ArrayList<>();
    List<Mention> accepting = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      State state = order.get(i);
      if (state.isAccept()) {
        accepting.add(new Mention(names.get(state)));
      }
      for (int symbol = 0; symbol < alphabet.size(); symbol++) {
        State next = state.step((char) symbol);
        if (next != null) {
          reach(next, names, order);
          transitions.add(
              new Transition(
                  new Mention(names.get(state)),
                  Optional.of(alphabet.get(symbol)),
                  new Mention(names.get(next)),
                  Place.NOWHERE));
        }
      }
    }
    return new AutomatonProgram(List.of(new Mention("q0")), accepting, transitions);
  }

  private static void reach(State state, Map<State, String> names, List<State> order) {
    if (names.putIfAbsent(state, "q" + order.size()) == null) {
      order.add(state);
    }
  }
}
