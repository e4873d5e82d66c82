package dev.lockstep.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.Spelt;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScratchpadLessonTest {
  private static final Source COUNTDOWN =
      new Source(
          "countdown.mu",
          """
          fn main(n: int) {
            var left = n
            while left > 0 {
              left = left - 1
            }
          }
          """);
  private static final Spelt<MuConfiguration, MuDelta> SPELT =
      Spelt.of(new MuLanguage(), COUNTDOWN, Spelt.Content.TRACE);

  @Test
  void inputsThatRunLongGiveWayToSmallerOnes() {
    ScratchpadPlan plan = ScratchpadPlan.DEFAULT.withInputs(60, 10);
    ScratchpadLesson<MuConfiguration, MuDelta> lesson = new ScratchpadLesson<>(SPELT, plan);
    Set<Integer> lengths = new HashSet<>();
    for (MuConfiguration start : lesson.taught()) {
      var trace = new Interpreter<>(SPELT.machine()).trace(start, lesson.budget());
      assertThat(trace.ending().describe()).isEqualTo("halted");
      lengths.add(trace.steps());
    }
    assertThat(lengths).hasSizeGreaterThan(5);
  }
}
