package dev.lockstep.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.MuNotation;
import dev.lockstep.notation.MuPrograms;
import dev.lockstep.notation.TokenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScribeTest {
  private final MuPrograms add = MuPrograms.of(MuPrograms.ADD);
  private final List<MuConfiguration> starts =
      IntStream.range(0, 100).mapToObj(seed -> add.machine().start(add.input(seed, 4))).toList();

  private Scribe<MuConfiguration, MuDelta> scribe(TokenNetwork network) {
    Machine<MuConfiguration, MuDelta> mute = new Mute<>(add.machine());
    MuNotation notation =
        new MuNotation(add.machine().code(), mute, new Source("test.mu", MuPrograms.ADD));
    return new Scribe<>(mute, notation, new InductiveWriter(notation, network));
  }

  private static List<Trace<MuConfiguration, MuDelta>> traces(
      Executor<MuConfiguration, MuDelta> executor, List<MuConfiguration> starts, Budget budget) {
    List<TraceRecorder<MuConfiguration, MuDelta>> sinks = new ArrayList<>();
    starts.forEach(_ -> sinks.add(new TraceRecorder<>()));
    executor.runAll(starts, budget, sinks);
    return sinks.stream().map(TraceRecorder::trace).toList();
  }

  @Test
  void withAPerfectNetworkItIsTheInterpreterAndNeverAsksIt() {
    TokenTable table = new TokenTable(add.machine(), add.notation());
    starts.forEach(table::learn);
    List<Trace<MuConfiguration, MuDelta>> claimed = traces(scribe(table), starts, Budget.DEFAULT);
    for (int i = 0; i < starts.size(); i++) {
      var truth = new Interpreter<>(add.machine()).trace(starts.get(i), Budget.DEFAULT);
      assertThat(claimed.get(i).deltas()).isEqualTo(truth.deltas());
      assertThat(claimed.get(i).last()).isEqualTo(truth.last());
      assertThat(claimed.get(i).ending().getClass()).isEqualTo(truth.ending().getClass());
    }
  }

  @Test
  void noiseIsAnEndingNeverAnException() {
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int words = add.notation().vocabulary().size();
      TokenNetwork noise =
          sights -> sights.stream().mapToInt(_ -> random.nextInt(-1, words)).toArray();
      for (Trace<MuConfiguration, MuDelta> trace :
          traces(scribe(noise), starts, Budget.ofSteps(50))) {
        assertThat(trace.ending()).isNotNull();
      }
    }
  }

  @Test
  void runsSpendTheirBudget() {
    TokenTable table = new TokenTable(add.machine(), add.notation());
    MuConfiguration start = add.start("{\"a\": [1, 2, 3], \"b\": [4, 5, 6]}");
    table.learn(start);
    Trace<MuConfiguration, MuDelta> trace = scribe(table).trace(start, Budget.ofSteps(7));
    assertThat(trace.ending()).isEqualTo(new Ending.BudgetSpent(Budget.Limit.STEPS));
    assertThat(trace.steps()).isEqualTo(7);
  }
}
