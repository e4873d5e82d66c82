package dev.lockstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For every language: a cursor that wanders sees what the whole trace holds, whether the machine
/// or a trace file gives the steps.
class TraceCursorTest {
  private static final int PROGRAMS = 8;
  private static final Budget BUDGET = new Budget(700, 2_000, 50);

  @TempDir Path folder;

  static List<Language<?, ?, ?>> languages() {
    return Languages.all();
  }

  @ParameterizedTest
  @MethodSource("languages")
  <P, C, D> void wandersThroughTheRun(Language<P, C, D> language) throws IOException {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Source source =
          new Source("sample." + language.suffix(), language.print(language.sample(random, 20)));
      P program = language.parse(source);
      Machine<C, D> machine = language.load(program);
      Value input = language.input(program, random, 6);
      C start = machine.start(input);
      Trace<C, D> run = new Interpreter<>(machine).trace(start, BUDGET);
      wander(Steps.of(machine, start, BUDGET), run, machine, random, "seed " + seed);
      Path file = folder.resolve("run.jsonl");
      try (OutputStream out = Files.newOutputStream(file)) {
        new Interpreter<>(machine)
            .run(
                start,
                BUDGET,
                new TraceWriter<>(
                    out,
                    header(language, source, input, program),
                    machine,
                    language.deltaJson(),
                    source));
      }
      Steps<C, D> read = new FileSteps<>(file, machine, language.deltaJson(), source);
      wander(read, run, machine, random, "file of seed " + seed);
    }
  }

  private static <P, C, D> TraceHeader header(
      Language<P, C, D> language, Source source, Value input, P program) {
    return new TraceHeader(
        language.name(),
        TraceHeader.INTERPRETER,
        source.name(),
        ProgramHash.of(language, program),
        input,
        OptionalLong.empty(),
        BUDGET,
        Versions.current());
  }

  private static <C, D> void wander(
      Steps<C, D> steps,
      Trace<C, D> run,
      Machine<C, D> machine,
      SplittableRandom random,
      String what) {
    List<C> all = run.configurations(machine);
    TraceCursor<C, D> cursor = new TraceCursor<>(steps);
    int at = 0;
    for (int i = 0; i < 120; i++) {
      int wanted =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(all.size() + 3) - 1;
            case 1 -> at + 1;
            default -> at - 1;
          };
      cursor.jump(wanted);
      at = Math.clamp(wanted, 0, run.steps());
      assertThat(cursor.position()).as(what).isEqualTo(at);
      assertThat(cursor.configuration()).as(what).isEqualTo(all.get(at));
      Steps.Event<D> next = cursor.next();
      if (at == run.steps()) {
        assertThat(next).as(what).isEqualTo(new Steps.Event.End<D>(run.ending()));
        assertThat(cursor.forward()).as(what).isFalse();
      } else {
        assertThat(next)
            .as(what)
            .isEqualTo(new Steps.Event.Step<>(run.deltas().get(at), run.notes().get(at)));
      }
    }
  }

  @Test
  void findsForwardAndBackward() {
    long steps = 100_000;
    TraceCursor<Long, Long> cursor = new TraceCursor<>(new Counting(steps));
    assertThat(cursor.find(it -> it.configuration() == 77_777)).isTrue();
    assertThat(cursor.position()).isEqualTo(77_777);
    assertThat(cursor.find(it -> false)).isFalse();
    assertThat(cursor.position()).isEqualTo(steps);
    assertThat(cursor.findBack(it -> it.configuration() % 10_000 == 1)).isTrue();
    assertThat(cursor.position()).isEqualTo(90_001);
    assertThat(cursor.findBack(it -> it.configuration() % 10_000 == 1)).isTrue();
    assertThat(cursor.position()).isEqualTo(80_001);
    assertThat(cursor.findBack(it -> false)).isFalse();
    assertThat(cursor.position()).isZero();
    assertThat(cursor.back()).isFalse();
  }

  @Test
  void stepsBackWithoutStartingAnew() {
    Counting run = new Counting(200_000);
    TraceCursor<Long, Long> cursor = new TraceCursor<>(run);
    cursor.jump(200_000);
    run.applied = 0;
    for (int i = 0; i < 1_000; i++) {
      cursor.back();
    }
    assertThat(cursor.position()).isEqualTo(199_000);
    assertThat(run.applied).isLessThan(40_000); // 512 steps from checkpoint to checkpoint
  }

  /// The run that counts to `steps`, and counts what it is asked for.
  private static final class Counting implements Steps<Long, Long> {
    private final long steps;
    private long applied;

    Counting(long steps) {
      this.steps = steps;
    }

    @Override
    public Long start() {
      return 0L;
    }

    @Override
    public Event<Long> next(Long configuration, long taken) {
      return taken < steps ? new Event.Step<>(1L, Note.NONE) : new Event.End<>(new Ending.Halted());
    }

    @Override
    public Long apply(Long configuration, Long delta) {
      applied++;
      return configuration + delta;
    }
  }
}
