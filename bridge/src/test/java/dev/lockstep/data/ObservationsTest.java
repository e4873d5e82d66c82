package dev.lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.execute.Toy;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final Toy TOY = Toy.INCREMENT;

  @Test
  void whatIsSeenIsWhatTheRuleSays() {
    Observations<Toy.Tape, Toy.Write> observations = observe(TOY, "", "1011", "111");

    WindowSet windows = observations.windows();
    assertThat(observations.runs()).isEqualTo(3);
    assertThat(observations.steps()).isEqualTo(2 + 8 + 8);
    assertThat(windows.size()).isGreaterThan(40);
    for (Window window : windows.windows()) {
      assertThat(windows.target(window)).contains(TOY.rule(window.cells()));
    }
  }

  @Test
  void theFirstStepIsSeenWithItsSurroundings() {
    WindowSet windows = observe(TOY, "1").windows();

    assertThat(windows.target(Window.of(0, 5, 0))).contains(2); // head leaves its cell
    assertThat(windows.target(Window.of(5, 0, 0))).contains(3); // and arrives at the next
    assertThat(windows.target(Window.of(0, 0, 0))).contains(0);
    assertThat(windows.contains(Window.of(1, 1, 1))).isFalse();
  }

  @Test
  void aFailingConfigurationIsCompleted() {
    Toy stuck = TOY.without("b1");

    assertThat(observe(stuck, "1").windows().target(Window.of(0, 8, 0))).contains(8);
  }

  @Test
  void aWindowWithTwoOutcomesMeansAWrongLayout() {
    WindowSet windows = new WindowSet();
    assertThat(windows.add(Window.of(1, 2, 3), 4)).isTrue();
    assertThat(windows.add(Window.of(1, 2, 3), 4)).isFalse();

    assertThatThrownBy(() -> windows.add(Window.of(1, 2, 3), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window [1, 2, 3] led to 4 and to 5");
  }

  @Test
  void marksAreWhatTheInvariantAllowsOnce() {
    Marks marks = Marks.of(TOY);

    assertThat(marks.contents()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(marks.rows(3)).isEqualTo(270);
    assertThat(marks.place(new int[] {0, 0, 7})).isEqualTo(2);
    assertThat(marks.stratum(new int[] {0, 1, 2})).isEqualTo(1);
    assertThat(marks.stratum(new int[] {0, 7, 2})).isEqualTo(12 + 12 + 7);
  }

  private static Observations<Toy.Tape, Toy.Write> observe(Toy toy, String... inputs) {
    Observations<Toy.Tape, Toy.Write> observations = new Observations<>(toy, toy);
    observations.observe(List.of(inputs).stream().map(Value::of).toList(), Budget.DEFAULT);
    return observations;
  }
}
