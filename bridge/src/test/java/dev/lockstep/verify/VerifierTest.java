package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.CellNetwork;
import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.Toy;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final Verifier<Toy.Tape, Toy.Write> VERIFIER = new Verifier<>(TOY);
  private static final Budget BUDGET = Budget.ofSteps(100);
  private static final Toy.Tape START = TOY.start(Value.of("1011"));
  private static final Trace<Toy.Tape, Toy.Write> RUN = new Interpreter<>(TOY).trace(START, BUDGET);

  @Test
  void thePerfectNetworkIsExact() {
    Verdict<Toy.Tape, Toy.Write> verdict = VERIFIER.verify(looped(TOY), START, BUDGET);

    assertThat(verdict).isEqualTo(new Verdict.Exact<>(8, new Ending.Halted(), RUN.last()));
    assertThat(verdict.describe()).isEqualTo("exact: 8 steps, halted");
  }

  @Test
  void aWrongRuleIsCaughtAtTheFirstStepThatUsesIt() {
    Verdict<Toy.Tape, Toy.Write> verdict =
        VERIFIER.verify(looped(TOY.with("b0", "0LH")), START, BUDGET);

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Diverged<>(
                7,
                RUN.configurations(TOY).get(7),
                new Happening.Did<>(new Toy.Write('1', -1, 'H')),
                new Happening.Did<>(new Toy.Write('0', -1, 'H'))));
  }

  @Test
  void endingsAreCompared() {
    assertThat(VERIFIER.verify(looped(TOY.without("b0")), START, BUDGET).describe())
        .isEqualTo(
            "diverged at step 8: expected Write[symbol=1, move=-1, state=H],"
                + " claimed failed: no rule for b0");
    assertThat(new Verifier<>(TOY.without("b0")).verify(looped(TOY), START, BUDGET).describe())
        .startsWith("diverged at step 8: expected failed: no rule for b0, claimed Write");
    assertThat(VERIFIER.judge(START, RUN.deltas().iterator(), garbled(), BUDGET).describe())
        .isEqualTo("diverged at step 9: expected halted, claimed garbled: noise");
  }

  @Test
  void aSpentBudgetIsTheSameOnBothSides() {
    Budget five = Budget.ofSteps(5);
    Ending spent = new Ending.BudgetSpent(Budget.Limit.STEPS);

    assertThat(VERIFIER.verify(looped(TOY), START, five))
        .isEqualTo(new Verdict.Exact<>(5, spent, RUN.configurations(TOY).get(5)));
    assertThat(VERIFIER.judge(START, RUN.deltas().iterator(), new Ending.Halted(), five).describe())
        .startsWith("diverged at step 6: expected budget spent: steps, claimed Write");
  }

  @Test
  void aCorruptedTraceEventIsCaughtAtItsIndex() {
    for (int i = 0; i < RUN.steps(); i++) {
      List<Toy.Write> corrupted = new ArrayList<>(RUN.deltas());
      Toy.Write right = corrupted.get(i);
      corrupted.set(i, new Toy.Write(right.symbol() == '1' ? '0' : '1', right.move(), 'a'));

      Verdict<Toy.Tape, Toy.Write> verdict =
          VERIFIER.judge(START, corrupted.iterator(), RUN.ending(), BUDGET);

      assertThat(verdict).isInstanceOf(Verdict.Diverged.class);
      assertThat(verdict.steps()).isEqualTo(i);
    }
  }

  @Test
  void aTraceCutShortOrPaddedIsCaught() {
    List<Toy.Write> cut = RUN.deltas().subList(0, 6);
    List<Toy.Write> padded = new ArrayList<>(RUN.deltas());
    padded.addAll(cut);

    assertThat(VERIFIER.judge(START, cut.iterator(), RUN.ending(), BUDGET).steps()).isEqualTo(6);
    assertThat(VERIFIER.judge(START, padded.iterator(), RUN.ending(), BUDGET).steps()).isEqualTo(8);
  }

  @Test
  void anEndlessClaimIsReadNoFurtherThanItsFirstWrongStep() {
    Iterator<Toy.Write> endless = Stream.generate(() -> new Toy.Write('1', 1, 'a')).iterator();

    assertThat(VERIFIER.judge(START, endless, RUN.ending(), BUDGET).steps()).isEqualTo(1);
  }

  @Test
  void manyRunsSideBySideGetTheVerdictsOfEachAlone() {
    List<Toy.Tape> starts =
        Stream.of("", "1", "10", "0111").map(text -> TOY.start(Value.of(text))).toList();
    Interpreter<Toy.Tape, Toy.Write> claim = looped(TOY.with("b1", "1Lb"));

    List<Verdict<Toy.Tape, Toy.Write>> together = VERIFIER.verifyAll(claim, starts, BUDGET);

    assertThat(together)
        .isEqualTo(starts.stream().map(start -> VERIFIER.verify(claim, start, BUDGET)).toList());
    assertThat(Verifier.diverged(together)).containsExactly(1, 3);
  }

  private static Ending garbled() {
    return new Ending.Garbled("noise");
  }

  private static Interpreter<Toy.Tape, Toy.Write> looped(Toy rules) {
    return new Interpreter<>(new LayoutMachine<>(TOY, TOY, CellNetwork.of(rules::rule)));
  }
}
