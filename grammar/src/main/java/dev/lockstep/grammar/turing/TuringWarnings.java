package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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
    List<Integer> symbols = List.copyOf(program.symbols());
    long cases = Math.round(Math.pow(symbols.size(), program.tapes()));
    for (List<Rule> of : rules.values()) {
      State state = of.getFirst().from();
      if (!reached.contains(state.name())) {
        warn(
            TuringProblem.NEVER_REACHED,
            state,
            "state `" + state.name() + "` is never reached, nor " + ruleOrRules(lines(of)),
            "Remove what is not used, or add a rule that leads to it.");
      } else if (of.size() < cases) {
        missing(state, of, symbols, cases);
      }
    }
  }

  /// Rules as the file has them: those of one place are one.
  private static int lines(List<Rule> rules) {
    Set<Span> spans = new HashSet<>();
    long placeless =
        rules.stream()
            .filter(rule -> rule.place().span().map(it -> !spans.add(it)).orElse(true))
            .filter(rule -> rule.place().span().isEmpty())
            .count();
    return spans.size() + (int) placeless;
  }

  private static String ruleOrRules(int count) {
    return count == 1 ? "its rule" : "its " + count + " rules";
  }

  private void missing(State state, List<Rule> of, List<Integer> symbols, long cases) {
    Set<List<Integer>> read = new HashSet<>();
    of.forEach(rule -> read.add(rule.reads()));
    long count = cases - read.size();
    List<List<Integer>> named =
        LongStream.range(0, cases)
            .mapToObj(number -> seen(number, symbols))
            .filter(it -> !read.contains(it))
            .limit(MOST_NAMED)
            .toList();
    String list =
        named.stream()
            .map(it -> "`" + Symbols.written(it) + "`")
            .collect(Collectors.joining(program.tapes() == 1 ? ", " : " and "));
    String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
    warn(
        TuringProblem.MISSING_RULE,
        state,
        "no rule for state `" + state.name() + "` on " + list + more,
        "Add the missing rules: a run that needs one fails.");
  }

  /// What the heads see in the case of a number, the last tape's symbol changing first.
  private List<Integer> seen(long number, List<Integer> symbols) {
    Integer[] seen = new Integer[program.tapes()];
    long rest = number;
    for (int i = seen.length - 1; i >= 0; i--) {
      seen[i] = symbols.get((int) (rest % symbols.size()));
      rest /= symbols.size();
    }
    return List.of(seen);
  }

  private void warn(TuringProblem problem, State at, String message, String hint) {
    warnings.add(Diagnostic.warning(problem, at.place().spanOrStart(), message, hint));
  }
}
