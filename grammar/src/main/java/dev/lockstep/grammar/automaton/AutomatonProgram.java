package dev.lockstep.grammar.automaton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/// A finite automaton as written. A word is accepted if some path reads it from a start state to an
/// accepting one; where no transition goes on, it is not.
public record AutomatonProgram(
    List<Mention> starts, List<Mention> accepting, List<Transition> transitions) {
  public AutomatonProgram {
    starts = List.copyOf(starts);
    accepting = List.copyOf(accepting);
    transitions = List.copyOf(transitions);
  }

  /// Every symbol that a transition reads, in order of code points.
  public SequencedSet<Integer> symbols() {
    TreeSet<Integer> symbols = new TreeSet<>();
    transitions.forEach(it -> it.symbol().ifPresent(symbols::add));
    return symbols;
  }

  /// The names of all states, in the order in which they are mentioned.
  public SequencedSet<String> states() {
    List<Mention> mentions = new ArrayList<>(starts);
    for (Transition transition : transitions) {
      mentions.add(transition.from());
      mentions.add(transition.to());
    }
    mentions.addAll(accepting);
    SequencedSet<String> names = new LinkedHashSet<>();
    mentions.forEach(it -> names.add(it.name()));
    return names;
  }
}
