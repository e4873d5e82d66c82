package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// Whether the arms of a `match` take every value, and whether each of them is reached.
final class ArmsChecker {
  private final Signatures signatures;
  private final Findings findings;

  ArmsChecker(Signatures signatures, Findings findings) {
    this.signatures = signatures;
    this.findings = findings;
  }

  /// Complains of values that no pattern matches, and of patterns that are never reached.
  void check(List<Exhaustive.Way> arms, Optional<MuType> subject, Place place) {
    if (subject.isEmpty() || findings.anyIn(place)) {
      return;
    }
    Exhaustive rules = new Exhaustive(signatures);
    rules
        .leftOut(Exhaustive.certain(arms), subject.get())
        .ifPresent(
            pattern ->
                findings.error(
                    MuProblem.INEXHAUSTIVE,
                    place,
                    "expected a pattern for every value, found none for `" + pattern.print() + "`",
                    inexhaustive(pattern, arms)));
    for (int i = 0; i < arms.size(); i++) {
      List<MuPattern> before = Exhaustive.certain(arms.subList(0, i));
      if (!rules.reached(arms.get(i).pattern(), before, subject.get())) {
        findings.warning(
            MuProblem.UNREACHABLE,
            arms.get(i).pattern().place(),
            "this is never reached",
            "Remove it: the patterns above match all that it matches.");
      }
    }
  }

  private static String inexhaustive(MuPattern pattern, List<Exhaustive.Way> arms) {
    String guards =
        arms.stream().anyMatch(Exhaustive.Way::guarded)
            ? " A pattern with a guard (`if`) may leave out what it matches."
            : "";
    String one = pattern instanceof MuPattern.Any ? "" : "`" + pattern.print() + " => …`, or ";
    return "Add " + one + "`_ => …` for all others." + guards;
  }
}
