package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedSet;
import java.util.Set;

/// What is suspicious in a program that can run: states never reached, missing rules, no way to
/// halt. A state counts as reached when rules lead to it from the start, whatever the tape.
final class TuringWarnings {
  private static final int MOST_NAMED = 5;

  private final TuringProgram program;
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  private final Set<String> reached = new HashSet<>();
  private final List<Diagnostic> warnings = new ArrayList<>();

  private TuringWarnings(TuringProgram program) {
    this.program = program;
    for (Rule rule : program.rules()) {
      rules.computeIfAbsent(rule.from().name(), _ -> new ArrayList<>()).add(rule);
    }
  }

  static List<Diagnostic> of(TuringProgram program) {
    TuringWarnings all = new TuringWarnings(program);
    all.reach();
    all.halts();
    all.states();
    all.warnings.sort(Comparator.comparingInt(warning -> warning.span().start()));
    return List.copyOf(all.warnings);
  }

  private void reach() {
    Deque<String> open = new ArrayDeque<>(List.of(program.start().name()));
    reached.add(program.start().name());
    while (!open.isEmpty()) {
      for (Rule rule : rules.getOrDefault(open.pop(), List.of())) {
        if (reached.add(rule.to().name())) {
          open.push(rule.to().name());
        }
      }
    }
  }

  private void halts() {
    boolean none = program.halts().stream().noneMatch(state -> reached.contains(state.name()));
    if (none) {
      warn(
          TuringProblem.NEVER_HALTS,
          program.start(),
          "no halt state can be reached from state `" + program.start().name() + "`",
          "Add a rule that leads to a halt state.");
      return;
    }
    for (State state : program.halts()) {
      if (!reached.contains(state.name())) {
        warn(
            TuringProblem.NEVER_REACHED,
            state,
            "halt state `" + state.name() + "` is never reached",
            "Remove it from the line `halt`, or add a rule that leads to it.");
      }
    }
  }

  private void states() {
    SequencedSet<Integer> symbols = program.symbols();
    for (List<Rule> of : rules.values()) {
      State state = of.getFirst().from();
      if (!reached.contains(state.name())) {
        warn(
            TuringProblem.NEVER_REACHED,
            state,
            "state `" + state.name() + "` is never reached, nor " + ruleOrRules(of.size()),
            "Remove what is not used, or add a rule that leads to it.");
      } else if (of.size() < symbols.size()) {
        missing(state, of, symbols);
      }
    }
  }

  private static String ruleOrRules(int count) {
    return count == 1 ? "its rule" : "its " + count + " rules";
  }

  private void missing(State state, Collection<Rule> of, SequencedCollection<Integer> symbols) {
    Set<Integer> read = new HashSet<>();
    of.forEach(rule -> read.add(rule.read()));
    int count = symbols.size() - read.size();
    List<Integer> named =
        symbols.stream().filter(symbol -> !read.contains(symbol)).limit(MOST_NAMED).toList();
    String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
    warn(
        TuringProblem.MISSING_RULE,
        state,
        "no rule for state `" + state.name() + "` on " + Symbols.list(named) + more,
        "Add the missing rules: a run that needs one fails.");
  }

  private void warn(TuringProblem problem, State at, String message, String hint) {
    warnings.add(Diagnostic.warning(problem, at.place().spanOrStart(), message, hint));
  }
}
