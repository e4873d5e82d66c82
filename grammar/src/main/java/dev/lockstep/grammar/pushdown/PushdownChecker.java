package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wrong with an automaton that parses, and what is only suspicious.
public final class PushdownChecker {
  private final PushdownProgram program;
  private final List<Diagnostic> found = new ArrayList<>();

  private PushdownChecker(PushdownProgram program) {
    this.program = program;
  }

  /// Everything that keeps `program` from running on `stacks` stacks.
  static List<Diagnostic> errors(PushdownProgram program, int stacks) {
    PushdownChecker checker = new PushdownChecker(program);
    if (program.rules().isEmpty()) {
      checker.error(PushdownProblem.NO_RULE, new Span(0, 0), "no rule", "Add `q: a, - -> q, A`.");
      return checker.found;
    }
    checker.counts(stacks);
    checker.undefined();
    if (checker.found.isEmpty()) {
      checker.overlaps();
    }
    return checker.found;
  }

  /// Suspicious things in a program without errors, in order of place.
  public static List<Diagnostic> warnings(PushdownProgram program) {
    PushdownChecker checker = new PushdownChecker(program);
    checker.unreached();
    checker.neverPushed();
    checker.found.sort(Comparator.comparingInt(it -> it.span().start()));
    return checker.found;
  }

  private void counts(int stacks) {
    for (PushdownRule rule : program.rules()) {
      int tops = rule.tops().size();
      int pushes = rule.pushes().size();
      if (tops != stacks || pushes != stacks) {
        error(
            PushdownProblem.STACKS,
            rule.place().spanOrStart(),
            "expected %d of what is popped and of what is pushed, found %d and %d"
                .formatted(stacks, tops, pushes),
            stacks == 1
                ? "Write `q: a, X -> p, Y`; two stacks are for `.stacks` files."
                : "Write `q: a, X, Y -> p, Z, -`; one stack is for `.dpda` files.");
      }
    }
  }

  /// A state is defined by a rule that leaves or enters it.
  private void undefined() {
    Set<String> defined = new LinkedHashSet<>();
    for (PushdownRule rule : program.rules()) {
      defined.add(rule.from().name());
      defined.add(rule.to().name());
    }
    List<StateName> mentions = new ArrayList<>(List.of(program.start()));
    mentions.addAll(program.accepting());
    for (StateName it : mentions) {
      if (!defined.contains(it.name())) {
        error(
            PushdownProblem.UNDEFINED_STATE,
            it.place().spanOrStart(),
            "undefined state `" + it.name() + "`",
            Nearest.to(it.name(), defined)
                .map(name -> "Did you mean `" + name + "`?")
                .orElse("Add a rule that leaves or enters it."));
      }
    }
  }

  /// Two rules for one case would leave a choice: each is named with the first that it meets.
  private void overlaps() {
    Map<String, List<PushdownRule>> earlier = new HashMap<>();
    for (PushdownRule rule : program.rules()) {
      List<PushdownRule> same = earlier.computeIfAbsent(rule.from().name(), _ -> new ArrayList<>());
      same.stream()
          .filter(rule::overlaps)
          .findFirst()
          .ifPresent(
              first ->
                  found.add(
                      Diagnostic.error(
                              PushdownProblem.OVERLAP,
                              rule.place().spanOrStart(),
                              "nondeterministic: this rule and `" + first + "` can both apply",
                              "Remove one of them, or let them look at different symbols"
                                  + " (`-` fits them all).")
                          .withNote(first.place().spanOrStart(), "the other")));
      same.add(rule);
    }
  }

  private void unreached() {
    Set<String> reached = reached();
    Set<String> reported = new HashSet<>();
    for (PushdownRule rule : program.rules()) {
      StateName from = rule.from();
      if (!reached.contains(from.name()) && reported.add(from.name())) {
        warning(
            PushdownProblem.NEVER_REACHED,
            from,
            "state `" + from.name() + "` is never reached",
            "Remove it, or add a rule that leads to it.");
      }
    }
    if (program.accepting().stream().noneMatch(it -> reached.contains(it.name()))) {
      warning(
          PushdownProblem.NEVER_ACCEPTS,
          program.start(),
          "no accepting state can be reached: no word is accepted",
          "Name an accepting state in a line `accept`.");
    }
  }

  private Set<String> reached() {
    Map<String, List<String>> next = new HashMap<>();
    program
        .rules()
        .forEach(
            it ->
                next.computeIfAbsent(it.from().name(), _ -> new ArrayList<>()).add(it.to().name()));
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(program.start().name()));
    while (!open.isEmpty()) {
      String state = open.pop();
      if (reached.add(state)) {
        open.addAll(next.getOrDefault(state, List.of()));
      }
    }
    return reached;
  }

  /// A rule that pops what no rule pushes on that stack never applies.
  private void neverPushed() {
    for (int stack = 0; stack < program.stacks(); stack++) {
      Set<Integer> pushed = new HashSet<>();
      for (PushdownRule rule : program.rules()) {
        pushed.addAll(rule.pushes().get(stack));
      }
      Set<Integer> reported = new HashSet<>();
      for (PushdownRule rule : program.rules()) {
        if (rule.tops().get(stack) instanceof Look.Symbol(int symbol)
            && !pushed.contains(symbol)
            && reported.add(symbol)) {
          found.add(
              Diagnostic.warning(
                  PushdownProblem.NEVER_PUSHED,
                  rule.place().spanOrStart(),
                  "this rule never applies: no rule pushes `" + Look.written(symbol) + "`",
                  "Push it somewhere, or remove the rule."));
        }
      }
    }
  }

  private void error(PushdownProblem problem, Span span, String message, String hint) {
    found.add(Diagnostic.error(problem, span, message, hint));
  }

  private void warning(PushdownProblem problem, StateName at, String message, String hint) {
    found.add(Diagnostic.warning(problem, at.place().spanOrStart(), message, hint));
  }
}
