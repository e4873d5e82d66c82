package dev.lockstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TraceFileTest {
  private final Countdown machine = new Countdown();

  @Test
  void aFileIsHeaderEventsOutcomeAndSeal() {
    assertThat(text(Countdown.file(4, Budget.DEFAULT)).lines().limit(4))
        .containsExactly(
            "{\"format\":\"lockstep-trace\",\"version\":1,\"language\":\"countdown\","
                + "\"executor\":\"interpreter\",\"program\":{\"name\":\"down.count\",\"sha256\":\""
                + Countdown.header(4, Budget.DEFAULT).programHash()
                + "\"},\"input\":4,\"seed\":-7,"
                + "\"budget\":{\"steps\":10000000,\"cells\":10000000,\"depth\":10000},"
                + "\"versions\":{\"lockstep\":\"1.2.3\",\"java\":\"25\"}}",
            "{\"step\":1,\"at\":{\"line\":2,\"column\":3,\"length\":6,\"text\":\"take 2\"},"
                + "\"reads\":[{\"place\":\"n\",\"value\":4}],\"delta\":{\"take\":2,\"left\":2}}",
            "{\"step\":2,\"at\":{\"line\":2,\"column\":3,\"length\":6,\"text\":\"take 2\"},"
                + "\"reads\":[{\"place\":\"n\",\"value\":2}],\"delta\":{\"take\":2,\"left\":0},"
                + "\"printed\":[\"at 0\"]}",
            "{\"outcome\":\"halted\",\"steps\":2,\"value\":\"done\"}");
  }

  @Test
  void replayRebuildsEveryConfiguration() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      long start = random.nextInt(-3, 60);
      Budget budget = new Budget(random.nextInt(40), random.nextInt(80), 1);
      List<Long> expected =
          new Interpreter<>(machine)
              .trace(machine.start(Value.of(start)), budget)
              .configurations(machine);
      TraceReader reader = reader(Countdown.file(start, budget));
      assertThat(reader.header()).isEqualTo(Countdown.header(start, budget));
      assertThat(replayed(reader)).as("start %d, %s", start, budget).isEqualTo(expected);
      assertThat(reader.sealed()).isTrue();
    }
  }

  @Test
  void everyOutcomeComesBack() {
    Place place = new Place(Optional.empty(), 2, 3, 6, "take 2");
    assertThat(outcome(4, Budget.DEFAULT))
        .isEqualTo(new TraceOutcome.Halted(Optional.of(Value.of("done"))));
    assertThat(outcome(3, Budget.DEFAULT))
        .isEqualTo(
            new TraceOutcome.Failed("nothing left", Optional.of(place), Optional.of("Stop.")));
    assertThat(outcome(9, Budget.ofSteps(2)))
        .isEqualTo(new TraceOutcome.BudgetSpent(Budget.Limit.STEPS));
    assertThat(outcome(9, new Budget(9, 4, 1)))
        .isEqualTo(new TraceOutcome.BudgetSpent(Budget.Limit.CELLS));
  }

  @Test
  void anOutcomeIsTheEndingAgain() {
    Ending ending =
        new Interpreter<>(machine).trace(machine.start(Value.of(3)), Budget.DEFAULT).ending();
    assertThat(outcome(3, Budget.DEFAULT).ending(Countdown.SOURCE)).isEqualTo(ending);
  }

  @Test
  void anyChangedByteIsFound() {
    byte[] file = Countdown.file(6, Budget.DEFAULT);
    SplittableRandom random = new SplittableRandom(2);
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> replayed(reader(changed)))
          .as("byte %d of %s", at, text(changed))
          .isInstanceOf(UnreadableTrace.class)
          .hasMessageMatching("(?s)x\\.jsonl:\\d+: .+");
    }
  }

  @Test
  void aTraceFromElsewhereNeedsNoSeal() {
    String file = text(Countdown.file(4, Budget.DEFAULT));
    String unsealed = file.substring(0, file.indexOf("{\"sha256\":\"", file.indexOf("outcome")));
    TraceReader reader = reader(unsealed.getBytes(StandardCharsets.UTF_8));
    assertThat(replayed(reader)).containsExactly(4L, 2L, 0L);
    assertThat(reader.sealed()).isFalse();
  }

  @Test
  void foreignAndDamagedFilesAreNamedByLine() {
    String file = text(Countdown.file(4, Budget.DEFAULT));
    assertRefused("", "x.jsonl:1: expected a trace, found an empty file");
    assertRefused("[1]\n", "x.jsonl:1: expected a JSON object, found an array");
    assertRefused("{}\n", "x.jsonl:1: the field `format` is missing");
    assertRefused("hello\n", "x.jsonl:1: not JSON: ");
    assertRefused("\n" + file, "x.jsonl:1: expected a JSON object, found nothing");
    assertRefused(
        file.replace("\"version\":1,", "\"version\":3,"),
        "x.jsonl:1: expected version 1 or 2 of the");
    assertRefused(
        file.replace("\"input\":4", "\"input\":\"4\""), "x.jsonl:1: `input`: expected a number");
    assertRefused(
        file.replace("{\"step\":1,", "{\"step\":1,\"extra\":0,"),
        "x.jsonl:2: unknown field `extra`");
    assertRefused(
        file.replace("{\"step\":2", "{\"step\":3"), "x.jsonl:3: `step`: expected 2, found 3");
    assertRefused(
        file.replace("\"left\":0}", "\"left\":1}"), "x.jsonl:3: step 2 cannot be taken: 2 - 2 ≠ 1");
    assertRefused(
        file.replace("\"steps\":2", "\"steps\":5"), "x.jsonl:4: `steps`: expected 2, the events");
    assertRefused(
        file.replace("\"value\":\"done\"", "\"value\":\"well\""),
        "x.jsonl:5: the file was changed");
    assertRefused(file + "{}\n", "x.jsonl:6: expected the end of the file");
    assertRefused(
        file.lines().limit(2).reduce("", (a, b) -> a + b + "\n"),
        "x.jsonl:2: the trace ends here, after 1 steps, without an outcome");
    assertRefused(file.substring(0, file.length() / 2), "x.jsonl:");
  }

  private void assertRefused(String file, String message) {
    assertThatThrownBy(() -> replayed(reader(file.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableTrace.class)
        .hasMessageStartingWith(message);
  }

  private TraceOutcome outcome(long start, Budget budget) {
    TraceReader reader = reader(Countdown.file(start, budget));
    replayed(reader);
    return reader.outcome();
  }

  private List<Long> replayed(TraceReader reader) {
    List<Long> configurations = new ArrayList<>();
    Replay<Long, Countdown.Take> replay = new Replay<>(reader, machine, machine);
    do {
      configurations.add(replay.configuration());
    } while (replay.advance().isPresent());
    return configurations;
  }

  private static TraceReader reader(byte[] file) {
    return new TraceReader("x.jsonl", new ByteArrayInputStream(file));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
