package dev.lockstep.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutMachineTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final Budget BUDGET = Budget.ofSteps(1000);
  private static final List<String> INPUTS = List.of("", "0", "1", "1011", "11111111", "000");

  @Test
  void aPerfectNetworkLoopedIsTheInterpreter() {
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(TOY, TOY, CellNetwork.of(TOY::rule));
    for (String input : INPUTS) {
      assertThat(run(looped, input)).as(input).isEqualTo(run(TOY, input));
    }
    assertThat(looped.output(run(looped, "1011").last())).contains(Value.of("1100"));
  }

  @Test
  void sideBySideIsTheSameAsOneByOne() {
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(TOY, TOY, CellNetwork.of(TOY::rule));
    List<Toy.Tape> starts = INPUTS.stream().map(text -> TOY.start(Value.of(text))).toList();
    List<TraceRecorder<Toy.Tape, Toy.Write>> sinks = new ArrayList<>();
    starts.forEach(_ -> sinks.add(new TraceRecorder<>()));

    new Interpreter<>(looped).runAll(starts, BUDGET, sinks);

    for (int i = 0; i < INPUTS.size(); i++) {
      assertThat(sinks.get(i).trace()).isEqualTo(run(TOY, INPUTS.get(i)));
    }
  }

  @Test
  void theSymbolicNextIsNeverAsked() {
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(new Mute<>(TOY), TOY, CellNetwork.of(TOY::rule));

    assertThat(run(looped, "1011")).isEqualTo(run(TOY, "1011"));
  }

  @Test
  void theHostHoldsNoneOfTheProgramsRules() {
    Toy other = new Toy(TOY.states(), Map.of());
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(other, other, CellNetwork.of(TOY::rule));

    assertThat(run(looped, "1011")).isEqualTo(run(TOY, "1011"));
  }

  @Test
  void aMissingRuleFailsAsInTheMachine() {
    Toy broken = TOY.without("b1");
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(TOY, TOY, CellNetwork.of(broken::rule));

    Trace<Toy.Tape, Toy.Write> run = run(looped, "1");

    assertThat(run).isEqualTo(run(broken, "1"));
    assertThat(run.ending()).isInstanceOf(Ending.Failed.class);
  }

  @Test
  void whateverANetworkSaysIsAValue() {
    CellNetwork twoHeads = CellNetwork.of(_ -> 3);
    CellNetwork nothing = CellNetwork.of(_ -> CellNetwork.NOTHING);
    Toy.Tape start = TOY.start(Value.of(""));

    assertThat(new LayoutMachine<>(TOY, TOY, twoHeads).next(start))
        .isEqualTo(new Next.Garbled<>("3 heads"));
    assertThat(new LayoutMachine<>(TOY, TOY, nothing).next(start))
        .isEqualTo(new Next.Garbled<>("the network's numbers are not numbers"));
  }

  @Test
  void aDeltaThatTheMachineRefusesIsGarbled() {
    Toy fewer = new Toy("a", TOY.rules());
    LayoutMachine<Toy.Tape, Toy.Write> looped =
        new LayoutMachine<>(fewer, TOY, CellNetwork.of(TOY::rule));

    assertThat(run(looped, "1").ending()).isEqualTo(new Ending.Garbled("no state b"));
  }

  private static Trace<Toy.Tape, Toy.Write> run(
      Machine<Toy.Tape, Toy.Write> machine, String input) {
    return new Interpreter<>(machine).trace(machine.start(Value.of(input)), BUDGET);
  }
}
