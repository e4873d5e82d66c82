package dev.lockstep.grammar.pushdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A deterministic pushdown automaton as written. A run is over where no rule applies; its input is
/// accepted if all of it was read and the state is an accepting one.
///
/// @param answersStack whether an accepted input is answered with what the first stack holds, the
///   top first, instead of with true
public record PushdownProgram(
    StateName start, List<StateName> accepting, boolean answersStack, List<PushdownRule> rules) {
  public PushdownProgram {
    accepting = List.copyOf(accepting);
    rules = List.copyOf(rules);
  }

  /// At least one rule says how many stacks there are.
  public int stacks() {
    return rules.getFirst().stacks();
  }

  /// Every symbol that a rule reads, in order of code points.
  public SequencedSet<Integer> inputSymbols() {
    TreeSet<Integer> symbols = new TreeSet<>();
    for (PushdownRule rule : rules) {
      if (rule.read() instanceof Look.Symbol(int codePoint)) {
        symbols.add(codePoint);
      }
    }
    return symbols;
  }

  /// Every symbol that a rule pushes, in order of code points: nothing else is ever on a stack.
  public SequencedSet<Integer> stackSymbols() {
    TreeSet<Integer> symbols = new TreeSet<>();
    rules.forEach(rule -> rule.pushes().forEach(symbols::addAll));
    return symbols;
  }

  /// The names of all states, in the order in which they are mentioned.
  public SequencedSet<String> states() {
    SequencedSet<String> names = new LinkedHashSet<>();
    names.add(start.name());
    for (PushdownRule rule : rules) {
      names.add(rule.from().name());
      names.add(rule.to().name());
    }
    accepting.forEach(it -> names.add(it.name()));
    return names;
  }

  /// As in a file; reading it gives an equal program.
  public String print() {
    StringBuilder out = new StringBuilder();
    out.append("start ").append(start.name()).append('\n');
    if (!accepting.isEmpty()) {
      out.append(
          accepting.stream()
              .map(StateName::name)
              .collect(Collectors.joining(", ", "accept ", "\n")));
    }
    out.append(answersStack ? "answer stack\n" : "").append('\n');
    rules.forEach(rule -> out.append(rule).append('\n'));
    return out.toString();
  }
}
