package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import java.util.ArrayList;
import java.util.List;

/// What is suspicious in a program: rules that never have their turn.
public final class MarkovWarnings {
  private MarkovWarnings() {}

  /// In order of place.
  public static List<Diagnostic> of(MarkovProgram program) {
    List<Diagnostic> warnings = new ArrayList<>();
    List<MarkovRule> rules = program.rules();
    for (int i = 0; i < rules.size(); i++) {
      MarkovRule rule = rules.get(i);
      rules.subList(0, i).stream()
          .filter(earlier -> rule.left().contains(earlier.left()))
          .findFirst()
          .ifPresent(
              earlier ->
                  warnings.add(
                      earlier
                          .place()
                          .span()
                          .map(span -> never(rule, earlier).withNote(span, "it stands here"))
                          .orElseGet(() -> never(rule, earlier))));
    }
    return warnings;
  }

  private static Diagnostic never(MarkovRule rule, MarkovRule earlier) {
    return Diagnostic.warning(
        MarkovProblem.NEVER_APPLIED,
        rule.place().span().orElse(new Span(0, 0)),
        "never applied: wherever it could be, rule `" + earlier + "` is",
        "Put it before that rule, or leave it out.");
  }
}
