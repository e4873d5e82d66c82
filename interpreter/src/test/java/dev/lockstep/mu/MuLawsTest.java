package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuFrame;
import dev.lockstep.mu.machine.MuMachine;
import dev.lockstep.mu.value.MuValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every program, on sampled ones; a failure names its seed.
class MuLawsTest {
  private static final int SEEDS = 250;
  private static final Budget BUDGET = Budget.ofSteps(2_000);
  private final MuLanguage mu = new MuLanguage();

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  private MuProgram sample(int seed) {
    return mu.sample(new SplittableRandom(seed), 5 + seed % 40);
  }

  private Value input(MuProgram program, int seed) {
    return mu.input(program, new SplittableRandom(seed), 6);
  }

  private Trace<MuConfiguration, MuDelta> run(MuProgram program, int seed) {
    Machine<MuConfiguration, MuDelta> machine = mu.load(program);
    return new Interpreter<>(machine).trace(machine.start(input(program, seed)), BUDGET);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parsingAPrintedProgramGivesTheProgram(int seed) {
    MuProgram program = sample(seed);
    String text = mu.print(program);
    MuProgram read = mu.parse(new Source("sample.mu", text));
    assertThat(read).isEqualTo(program);
    assertThat(mu.print(read)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void runsAreDeterministicAndReplayedByApplyAlone(int seed) {
    MuProgram program = sample(seed);
    Trace<MuConfiguration, MuDelta> trace = run(program, seed);
    assertThat(run(program, seed)).isEqualTo(trace);
    Machine<MuConfiguration, MuDelta> other = mu.load(MuRun.program("fn main() {}"));
    List<MuConfiguration> replayed = trace.configurations(other);
    assertThat(replayed.getLast()).isEqualTo(trace.last());
    for (MuConfiguration configuration : replayed) {
      assertThat(configuration.cells()).isEqualTo(cells(configuration));
    }
  }

  /// The cells counted anew.
  private static long cells(MuConfiguration it) {
    List<MuFrame> frames = new ArrayList<>(it.callers());
    frames.add(it.frame());
    long variables =
        frames.stream()
            .flatMap(frame -> frame.variables().values().stream())
            .mapToLong(MuValue::cells)
            .sum();
    long tables =
        it.tables().values().stream()
            .mapToLong(
                table ->
                    table.keys().stream().mapToLong(MuValue::cells).sum()
                        + (table.isSet()
                            ? 0
                            : table.values().stream().mapToLong(MuValue::cells).sum()))
            .sum();
    return variables
        + tables
        + it.heap().values().stream().flatMap(List::stream).mapToLong(MuValue::cells).sum();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRunResumedAnywhereGoesOnTheSame(int seed) {
    MuProgram program = sample(seed);
    Trace<MuConfiguration, MuDelta> trace = run(program, seed);
    Machine<MuConfiguration, MuDelta> machine = mu.load(program);
    List<MuConfiguration> all = trace.configurations(machine);
    int at = new SplittableRandom(seed).nextInt(all.size());
    Trace<MuConfiguration, MuDelta> rest =
        new Interpreter<>(machine).trace(all.get(at), Budget.ofSteps(BUDGET.steps() - at));
    assertThat(rest.deltas()).isEqualTo(trace.deltas().subList(at, trace.steps()));
    assertThat(rest.ending()).isEqualTo(trace.ending());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void deltasSurviveJson(int seed) {
    for (MuDelta delta : run(sample(seed), seed).deltas()) {
      assertThat(mu.deltaJson().read(mu.deltaJson().write(delta))).isEqualTo(delta);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aForeignDeltaAppliesOrIsRefused(int seed) {
    MuProgram program = sample(seed);
    Machine<MuConfiguration, MuDelta> machine = mu.load(program);
    List<MuConfiguration> here = run(program, seed).configurations(machine);
    List<MuDelta> there = run(sample(seed + 1), seed).deltas();
    SplittableRandom random = new SplittableRandom(seed);
    for (MuDelta delta : there) {
      MuConfiguration configuration = here.get(random.nextInt(here.size()));
      try {
        machine.next(machine.apply(configuration, delta)); // whatever it is, it is a value
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching(".+");
      }
    }
  }

  @Test
  void batchedRunsEqualSingleOnes() {
    Machine<MuConfiguration, MuDelta> machine =
        mu.load(
            MuRun.program(
                "fn main(n: int) -> int { var s = 0; for i in 0..n { s = s + i }; return s }"));
    MuProgram program = ((MuMachine) machine).code().program();
    List<MuConfiguration> starts =
        IntStream.range(0, 20).mapToObj(seed -> machine.start(input(program, seed))).toList();
    List<TraceRecorder<MuConfiguration, MuDelta>> sinks =
        starts.stream().map(_ -> new TraceRecorder<MuConfiguration, MuDelta>()).toList();
    Interpreter<MuConfiguration, MuDelta> interpreter = new Interpreter<>(machine);
    interpreter.runAll(starts, BUDGET, sinks);
    for (int i = 0; i < starts.size(); i++) {
      assertThat(sinks.get(i).trace()).isEqualTo(interpreter.trace(starts.get(i), BUDGET));
    }
  }

  @Test
  void samplesUseTheWholeLanguageAndMostlyHalt() {
    Set<Class<?>> kinds = new HashSet<>();
    int halted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Trace<MuConfiguration, MuDelta> trace = run(sample(seed), seed);
      trace.deltas().forEach(delta -> kinds.add(delta.getClass()));
      assertThat(trace.ending()).isNotInstanceOf(Ending.Garbled.class);
      halted += trace.ending() instanceof Ending.Halted ? 1 : 0;
    }
    int all =
        MuDelta.class.getPermittedSubclasses().length
            - 1 // the group of the others
            + MuDelta.Extended.class.getPermittedSubclasses().length;
    assertThat(kinds).hasSize(all);
    assertThat(halted).isGreaterThan(SEEDS / 2);
  }
}
