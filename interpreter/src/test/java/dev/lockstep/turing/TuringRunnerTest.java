package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuringRunnerTest {
  static Stream<Machines.Sample> samples() {
    return Machines.samples(300);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void runsAsTheInterpreterDoes(Machines.Sample sample) {
    TuringMachine machine = new TuringMachine(sample.program());
    TuringEngine runner = TuringEngine.of(sample.program());
    for (Budget budget : budgets(sample.seed())) {
      Trace<TuringConfiguration, Act> trace =
          new Interpreter<>(machine).trace(machine.start(sample.input()), budget);
      assertThat(runner.result(sample.input(), budget))
          .as("%s", budget)
          .isEqualTo(new TuringEngine.Result(trace.ending(), trace.last(), trace.steps()));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyStepIsTheInterpreters(Machines.Sample sample) {
    Runner<Act> reference = Runner.reference(new TuringMachine(sample.program()));
    Runner<Act> runner = TuringEngine.of(sample.program());
    for (Budget budget : budgets(sample.seed())) {
      List<Object> expected = new ArrayList<>();
      List<Object> found = new ArrayList<>();
      Optional<Runner.Finish> finish = reference.trace(sample.input(), budget, recorder(expected));
      assertThat(runner.trace(sample.input(), budget, recorder(found))).isEqualTo(finish);
      assertThat(found).isEqualTo(expected);
      assertThat(runner.run(sample.input(), budget, _ -> true)).isEqualTo(finish);
    }
  }

  private static StepSink<Act> recorder(List<Object> events) {
    return (act, note) -> events.add(act) && events.add(note);
  }

  @Test
  void aSinkStopsTheRun() {
    Runner<Act> runner = TuringEngine.of(Machines.of("1RA1RA"));
    List<Act> acts = new ArrayList<>();
    assertThat(
            runner.trace(
                Value.of(""), Budget.DEFAULT, (act, _) -> acts.add(act) && acts.size() < 5))
        .isEmpty();
    assertThat(acts).hasSize(5);
  }

  private static Budget[] budgets(long seed) {
    return new Budget[] {
      Budget.ofSteps(400),
      Budget.ofSteps(seed % 7),
      new Budget(400, 1 + seed % 10, 1),
      new Budget(400, 0, 1),
      new Budget(400, 10, 0)
    };
  }

  @Test
  void theFourStateBusyBeaverStopsAfter107Steps() {
    TuringEngine runner = TuringEngine.of(Machines.of("1RB1LB_1LA0LC_1RZ1LD_1RD0RA"));
    TuringEngine.Result result = runner.result(Value.of(""), Budget.DEFAULT);
    assertThat(result.ending()).isEqualTo(new Ending.Halted());
    assertThat(result.steps()).isEqualTo(107);
    assertThat(result.last().tape().text().chars().filter(symbol -> symbol == '1').count())
        .isEqualTo(13);
  }

  @Test
  void spendsAMillionStepsOnAnEndlessLoop() {
    TuringEngine runner = TuringEngine.of(Machines.of("1RA1RA"));
    TuringEngine.Result result = runner.result(Value.of(""), Budget.ofSteps(1_000_000));
    assertThat(result.ending()).isEqualTo(new Ending.BudgetSpent(Budget.Limit.STEPS));
    assertThat(result.last().tape().head()).isEqualTo(1_000_000);
  }
}
