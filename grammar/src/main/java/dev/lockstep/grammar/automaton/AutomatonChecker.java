package dev.lockstep.grammar.automaton;

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
import java.util.Optional;
import java.util.Set;

/// What is wrong with an automaton that parses, and what is only suspicious.
public final class AutomatonChecker {
  private AutomatonChecker() {}

  static List<Diagnostic> errors(AutomatonProgram program, boolean deterministic) {
    List<Diagnostic> errors = new ArrayList<>();
    if (program.starts().isEmpty()) {
      errors.add(
          Diagnostic.error(
              AutomatonProblem.MISSING_START,
              new Span(0, 0),
              "missing line `start`",
              "Add a line such as `start q0`."));
    }
    undefined(program, errors);
    duplicates(program, deterministic, errors);
    if (deterministic) {
      program.starts().stream()
          .skip(1)
          .forEach(
              it ->
                  errors.add(
                      Diagnostic.error(
                          AutomatonProblem.SECOND_START,
                          it.place().spanOrStart(),
                          "second start state `" + it.name() + "`",
                          "Keep one, or name the file `.nfa`.")));
    }
    return errors;
  }

  /// A state is defined by a transition that leaves or enters it; only a start state may have none.
  private static void undefined(AutomatonProgram program, List<Diagnostic> errors) {
    Set<String> defined = new LinkedHashSet<>();
    program.starts().forEach(it -> defined.add(it.name()));
    for (Transition transition : program.transitions()) {
      defined.add(transition.from().name());
      defined.add(transition.to().name());
    }
    for (Mention it : program.accepting()) {
      if (!defined.contains(it.name())) {
        errors.add(
            Diagnostic.error(
                AutomatonProblem.UNDEFINED_STATE,
                it.place().spanOrStart(),
                "undefined state `" + it.name() + "`",
                Nearest.to(it.name(), defined)
                    .map(name -> "Did you mean `" + name + "`?")
                    .orElse("Add a transition to it.")));
      }
    }
  }

  private record Case(String state, Optional<Integer> symbol) {}

  private static void duplicates(
      AutomatonProgram program, boolean deterministic, List<Diagnostic> errors) {
    Map<Case, Transition> firsts = new HashMap<>();
    Set<Transition> all = new HashSet<>();
    for (Transition it : program.transitions()) {
      Span span = it.place().spanOrStart();
      Transition first = firsts.putIfAbsent(new Case(it.from().name(), it.symbol()), it);
      if (!all.add(it)) {
        errors.add(
            Diagnostic.error(
                AutomatonProblem.WRITTEN_TWICE,
                span,
                "transition `" + it + "` is written twice",
                "Remove one."));
      } else if (deterministic && it.symbol().isEmpty()) {
        errors.add(
            Diagnostic.error(
                AutomatonProblem.READS_NOTHING,
                span,
                "a transition that reads nothing",
                "Name a symbol, or the file `.nfa`."));
      } else if (deterministic && first != null) {
        errors.add(
            Diagnostic.error(
                    AutomatonProblem.SECOND_TRANSITION,
                    span,
                    "second transition of state `" + it.from().name() + "` on the same symbol",
                    "Remove one of them, or name the file `.nfa`.")
                .withNote(first.place().spanOrStart(), "the first"));
      }
    }
  }

  /// Suspicious things in a program without errors, in order of place.
  public static List<Diagnostic> warnings(AutomatonProgram program) {
    List<Diagnostic> warnings = new ArrayList<>();
    Set<String> reached = reached(program);
    Set<String> reported = new HashSet<>();
    for (Transition it : program.transitions()) {
      if (!reached.contains(it.from().name()) && reported.add(it.from().name())) {
        warnings.add(
            Diagnostic.warning(
                AutomatonProblem.NEVER_REACHED,
                it.from().place().spanOrStart(),
                "state `" + it.from().name() + "` is never reached",
                "Remove it, or add a transition that leads to it."));
      }
    }
    if (program.accepting().stream().noneMatch(it -> reached.contains(it.name()))) {
      warnings.add(
          Diagnostic.warning(
              AutomatonProblem.NEVER_ACCEPTS,
              program.starts().getFirst().place().spanOrStart(),
              "no accepting state can be reached: no word is accepted",
              "Name an accepting state in a line `accept`."));
    }
    warnings.sort(Comparator.comparingInt(it -> it.span().start()));
    return warnings;
  }

  private static Set<String> reached(AutomatonProgram program) {
    Map<String, List<String>> next = new HashMap<>();
    program
        .transitions()
        .forEach(
            it ->
                next.computeIfAbsent(it.from().name(), _ -> new ArrayList<>()).add(it.to().name()));
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    program.starts().forEach(it -> open.add(it.name()));
    while (!open.isEmpty()) {
      String state = open.pop();
      if (reached.add(state)) {
        open.addAll(next.getOrDefault(state, List.of()));
      }
    }
    return reached;
  }
}
