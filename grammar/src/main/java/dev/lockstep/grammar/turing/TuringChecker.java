package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is wrong with a program that parses, and what is only suspicious (`TuringWarnings`).
public final class TuringChecker {
  /// Likely names are sought for this many unknown states; a search looks at every state.
  private static final int MOST_SUGGESTIONS = 20;

  private TuringChecker() {}

  /// Everything that keeps `program` from running: two rules for one case, rules for halt states,
  /// states that have no rule and do not halt. In order of place within each kind.
  public static List<Diagnostic> errors(TuringProgram program, Source source) {
    List<Diagnostic> errors = new ArrayList<>();
    duplicates(program, source, errors);
    undefined(program, errors);
    return errors;
  }

  /// Suspicious things in a program without errors, in order of place.
  public static List<Diagnostic> warnings(TuringProgram program) {
    return TuringWarnings.of(program);
  }

  private record Case(String state, List<Integer> symbols) {}

  /// Two lines of a file, of which one error is told, however many cases they share.
  private record Lines(Optional<Span> first, Optional<Span> second) {}

  private static void duplicates(TuringProgram program, Source source, List<Diagnostic> errors) {
    Set<State> halts = new HashSet<>(program.halts());
    Map<Case, Rule> firsts = new HashMap<>();
    Set<Lines> told = new HashSet<>();
    for (Rule rule : program.rules()) {
      Optional<Span> line = rule.place().span();
      if (halts.contains(rule.from()) && first(new Lines(Optional.empty(), line), told)) {
        errors.add(
            Diagnostic.error(
                TuringProblem.RULE_OF_HALT_STATE,
                rule.from().place().spanOrStart(),
                "halt state `" + rule.from().name() + "` has a rule",
                "Remove the rule, or the state from the line `halt`."));
      }
      Rule first = firsts.putIfAbsent(new Case(rule.from().name(), rule.reads()), rule);
      if (first != null && first(new Lines(first.place().span(), line), told)) {
        errors.add(
            Diagnostic.error(
                    TuringProblem.SECOND_RULE,
                    rule.place().spanOrStart(),
                    "second rule for state `"
                        + rule.from().name()
                        + "` on `"
                        + Symbols.written(rule.reads())
                        + "`, the first is line "
                        + source.line(first.place().spanOrStart().start()),
                    "Remove one of them.")
                .withNote(first.place().spanOrStart(), "this is the first"));
      }
    }
  }

  /// Whether nothing has been told of these lines; always where rules have no places.
  private static boolean first(Lines lines, Set<Lines> told) {
    return lines.second().isEmpty() || told.add(lines);
  }

  private static void undefined(TuringProgram program, List<Diagnostic> errors) {
    Set<String> defined = new TreeSet<>();
    program.halts().forEach(state -> defined.add(state.name()));
    program.rules().forEach(rule -> defined.add(rule.from().name()));
    Set<String> reported = new HashSet<>();
    List<State> mentions = new ArrayList<>();
    mentions.add(program.start());
    program.rules().forEach(rule -> mentions.add(rule.to()));
    for (State state : mentions) {
      if (!defined.contains(state.name()) && reported.add(state.name())) {
        Optional<String> likely =
            reported.size() > MOST_SUGGESTIONS
                ? Optional.empty()
                : Spelling.closest(state.name(), defined);
        errors.add(
            Diagnostic.error(
                TuringProblem.UNDEFINED_STATE,
                state.place().spanOrStart(),
                "undefined state `" + state.name() + "`",
                likely
                    .map(name -> "Did you mean `" + name + "`?")
                    .orElse("Add a rule for it, or name it in the line `halt`.")));
      }
    }
  }
}
