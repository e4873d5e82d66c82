package dev.lockstep.examples.demo;

import dev.lockstep.examples.demo.AdditionFigures.Cell;
import dev.lockstep.examples.demo.AdditionFigures.Parted;
import dev.lockstep.examples.demo.Contestant.Trained;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.Dictation;
import dev.lockstep.report.Block;
import dev.lockstep.verify.TokenVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Looks for the first control that parts from the interpreter, and keeps the tokens around the
/// place for the page.
final class Parting {
  private static final int BEFORE = 10; // tokens shown before the first wrong one
  private static final int AFTER = 3; // true tokens shown behind it
  private static final Budget BUDGET = Budget.ofSteps(1_000_000);

  private Optional<Parted> found = Optional.empty();

  Optional<Parted> found() {
    return found;
  }

  /// Traces say more than answers, so a control that writes traces is preferred.
  void look(long seed, Trained<MuConfiguration, MuDelta> trained, Cell cell) {
    boolean better = found.isEmpty() || cell.supervision().equals("trace");
    Optional<Integer> digits =
        cell.results().stream()
            .filter(result -> !result.allExact() && result.kind().equals("random"))
            .map(AdditionFigures.Result::digits)
            .findFirst();
    if (better && digits.isPresent()) {
      for (Value input : DigitInputs.random(seed + digits.get(), digits.get(), 16)) {
        MuConfiguration start = trained.spelt().machine().start(input);
        if (trained.learner().examine(List.of(start), BUDGET).getFirst()
            instanceof TokenVerdict.Diverged diverged) {
          found = Optional.of(parted(trained, cell, start, diverged, digits.get()));
          return;
        }
      }
    }
  }

  private static Parted parted(
      Trained<MuConfiguration, MuDelta> trained,
      Cell cell,
      MuConfiguration start,
      TokenVerdict.Diverged diverged,
      int digits) {
    Dictation<MuConfiguration, MuDelta> run =
        new Dictation<>(trained.spelt().machine(), trained.spelt().notation(), start, BUDGET);
    List<Block.Pair> pairs = new ArrayList<>();
    long from = Math.max(0, diverged.tokens() - BEFORE);
    while (run.more() && run.tokens() <= diverged.tokens() + AFTER) {
      if (run.tokens() >= from) {
        String word = trained.spelt().notation().vocabulary().word(run.token());
        String truth = word + "   (" + run.script().place() + ")";
        long ahead = run.tokens() - diverged.tokens();
        String claim = ahead < 0 ? truth : ahead == 0 ? diverged.claimed() : "";
        pairs.add(new Block.Pair(Long.toString(run.tokens() + 1), truth, claim));
      }
      run.advance();
    }
    return new Parted(
        cell.supervision() + ", " + cell.sees() + ", a sum of " + digits + " digits",
        pairs,
        OptionalInt.of((int) (diverged.tokens() - from)),
        diverged);
  }
}
