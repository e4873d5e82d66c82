package dev.lockstep.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What the host supplies matters: a perfect network with one aid removed goes wrong where the
/// report says that it does.
class HostAidsTest {
  private static final Toy TOY = Toy.INCREMENT;

  @Test
  void withoutBlankCellsTheHeadCannotLeaveTheRow() {
    Trace<Toy.Tape, Toy.Write> run = run(new Without(TOY, true, false), "11");

    assertThat(run.ending().describe()).isEqualTo("garbled: 0 heads");
    assertThat(run.steps()).isEqualTo(1);
  }

  @Test
  void withoutTheListOfHaltStatesTheHeadStays() {
    Trace<Toy.Tape, Toy.Write> whole = run(TOY, "1011");
    Trace<Toy.Tape, Toy.Write> run = run(new Without(TOY, false, true), "1011");

    assertThat(run.deltas()).isEqualTo(whole.deltas());
    assertThat(run.ending().describe()).isEqualTo("failed: no rule for H1");
  }

  private static Trace<Toy.Tape, Toy.Write> run(Layout<Toy.Tape, Toy.Write> layout, String input) {
    return new Interpreter<>(new LayoutMachine<>(TOY, layout, CellNetwork.of(TOY::rule)))
        .trace(TOY.start(Value.of(input)), Budget.ofSteps(50));
  }

  /// A toy's layout without blank cells beside the row, or without its halt states.
  private record Without(Toy toy, boolean blanks, boolean halts)
      implements Layout<Toy.Tape, Toy.Write> {
    @Override
    public Next<Toy.Write> step(Toy.Tape before, Row after) {
      int last = after.cells().length - 1;
      return toy.step(
          before,
          blanks ? new Row(after.first() + 1, Arrays.copyOfRange(after.cells(), 1, last)) : after);
    }

    @Override
    public boolean over(Toy.Tape tape) {
      return !halts && toy.over(tape);
    }

    @Override
    public List<String> contents() {
      return toy.contents();
    }

    @Override
    public int blank() {
      return toy.blank();
    }

    @Override
    public int radius() {
      return toy.radius();
    }

    @Override
    public Row row(Toy.Tape tape) {
      return toy.row(tape);
    }

    @Override
    public int rule(int[] window) {
      return toy.rule(window);
    }

    @Override
    public boolean allowed(int[] window) {
      return toy.allowed(window);
    }

    @Override
    public void windows(Consumer<int[]> each) {
      toy.windows(each);
    }

    @Override
    public String invariant() {
      return toy.invariant();
    }

    @Override
    public String explain(int[] window) {
      return toy.explain(window);
    }
  }
}
