package dev.lockstep.neural.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.Trainer;
import dev.lockstep.neural.TrainingPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  /// Counts steps; the loss halves with each, and is not a number from step `breaks` on.
  private static final class Counter implements Trainer {
    private final long breaks;
    private final Duration each;
    private long step;

    Counter(long breaks, Duration each) {
      this.breaks = breaks;
      this.each = each;
    }

    @Override
    public TrainingPlan plan() {
      return new TrainingPlan(1, 100, 4, 1e-3, 0, Decay.CONSTANT, 0, 1);
    }

    @Override
    public long step() {
      return step;
    }

    @Override
    public Metrics advance(int steps) {
      long until = System.nanoTime() + steps * each.toNanos();
      while (System.nanoTime() < until) {
        Thread.onSpinWait(); // CPU time passes as well
      }
      step += steps;
      double loss = step >= breaks ? Double.NaN : Math.pow(0.5, (double) step);
      return new Metrics(step, loss, 1 - loss, 4L * steps);
    }

    @Override
    public void save(Path directory) {}

    @Override
    public void close() {}
  }

  private static Counter counter() {
    return new Counter(Long.MAX_VALUE, Duration.ZERO);
  }

  private static TrainingRun run(Limits limits) {
    return new TrainingRun(limits, 7, Optional.empty(), Optional.empty(), List.of());
  }

  @Test
  void thePlanEndsIt() {
    Counter counter = counter();
    assertThat(run(Limits.NONE).run(counter, () -> false)).isEqualTo(Ending.PLAN);
    assertThat(counter.step()).isEqualTo(100);
  }

  @Test
  void eachLimitEndsIt() {
    Counter counter = counter();
    assertThat(run(Limits.NONE.withSteps(10)).run(counter, () -> false)).isEqualTo(Ending.STEPS);
    assertThat(counter.step()).isEqualTo(10);
    assertThat(run(Limits.NONE.withExamples(56)).run(counter, () -> false))
        .isEqualTo(Ending.EXAMPLES);
    assertThat(counter.step()).isEqualTo(24); // 56 more examples are 14 more steps
    Counter slow = new Counter(Long.MAX_VALUE, Duration.ofMillis(5));
    assertThat(run(Limits.NONE.withWall(Duration.ofMillis(50))).run(slow, () -> false))
        .isEqualTo(Ending.WALL);
    assertThat(run(Limits.NONE.withCpuSeconds(0.05)).run(slow, () -> false))
        .isEqualTo(Ending.CPU_SECONDS);
    assertThat(run(Limits.NONE).run(slow, () -> true)).isEqualTo(Ending.STOPPED);
  }

  @Test
  void aLossThatIsNoNumberEndsIt() {
    Counter counter = new Counter(20, Duration.ZERO);
    assertThat(run(Limits.NONE).run(counter, () -> false)).isEqualTo(Ending.DIVERGED);
    assertThat(counter.step()).isEqualTo(21); // the report after it
  }

  /// Exact at the second and from the fourth evaluation on: three in a row end it at the sixth.
  @Test
  void exactForSeveralEvaluationsEndsIt() {
    Counter counter = counter();
    DoubleSupplier exact =
        () -> {
          long evaluation = counter.step() / 10;
          return evaluation == 2 || evaluation >= 4 ? 1 : 0.99;
        };
    TrainingRun run =
        new TrainingRun(
            Limits.NONE, 7, Optional.of(new Evaluation(10, exact, 3)), Optional.empty(), List.of());
    assertThat(run.run(counter, () -> false)).isEqualTo(Ending.EXACT);
    assertThat(counter.step()).isEqualTo(60);
  }

  @Test
  void metricsAreJsonLines(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("metrics.jsonl");
    List<String> lines = new ArrayList<>();
    try (MetricsFile metrics = new MetricsFile(file)) {
      new TrainingRun(
              Limits.NONE.withSteps(50),
              25,
              Optional.of(new Evaluation(50, () -> 0.5, 0)),
              Optional.of(new Yardstick(1e9, 80)),
              List.of(metrics, new LiveProgress(lines::add, "tokens")))
          .run(new Counter(Long.MAX_VALUE, Duration.ofMillis(2)), () -> false);
    }
    List<String> written = Files.readAllLines(file);
    assertThat(written).hasSize(2);
    JsonNode last = new ObjectMapper().readTree(written.getLast());
    assertThat(last.path("step").asLong()).isEqualTo(50);
    assertThat(last.path("examples").asLong()).isEqualTo(200);
    assertThat(last.path("loss").asDouble()).isEqualTo(Math.pow(0.5, 50));
    assertThat(last.path("exact").asDouble()).isEqualTo(0.5);
    assertThat(last.path("peakShare").asDouble()).isPositive();
    assertThat(lines.getLast())
        .startsWith("step 50  loss 0.0000  accuracy 100.00 %")
        .contains("tokens/s")
        .contains("% of peak")
        .contains("exact 50.00 %");
  }

  /// Read back by a parser that shares nothing with the writer, bit-by-bit checksum included.
  @Test
  void eventFilesAreThoseOfTensorBoard(@TempDir Path directory) throws IOException {
    try (EventFile events = new EventFile(directory)) {
      events.scalar(300, "loss", 0.25);
      events.accept(report());
    }
    Path file;
    try (var files = Files.list(directory)) {
      file = files.findFirst().orElseThrow();
    }
    assertThat(file.getFileName().toString()).contains("tfevents");
    List<byte[]> records = records(Files.readAllBytes(file));
    assertThat(new String(records.getFirst(), StandardCharsets.UTF_8)).endsWith("brain.Event:2");
    ByteBuffer event = little(records.get(1));
    assertThat(event.get()).isEqualTo((byte) 0x09); // wall_time
    assertThat(event.getDouble()).isGreaterThan(1.6e9);
    assertThat(event.get()).isEqualTo((byte) 0x10); // step: 300 = 0b10_0101100
    assertThat(event.get()).isEqualTo((byte) 0xAC);
    assertThat(event.get()).isEqualTo((byte) 0x02);
    assertThat(event.get()).isEqualTo((byte) 0x2A); // summary
    assertThat(event.get()).isEqualTo((byte) event.remaining());
    assertThat(event.get()).isEqualTo((byte) 0x0A); // its value
    assertThat(event.get()).isEqualTo((byte) event.remaining());
    assertThat(event.get()).isEqualTo((byte) 0x0A); // tag
    byte[] tag = new byte[event.get()];
    event.get(tag);
    assertThat(new String(tag, StandardCharsets.UTF_8)).isEqualTo("loss");
    assertThat(event.get()).isEqualTo((byte) 0x15); // simple_value
    assertThat(event.getFloat()).isEqualTo(0.25f);
    assertThat(event.hasRemaining()).isFalse();
    assertThat(records).hasSize(2 + 5); // loss, accuracy, rate, speed, exact
  }

  private static Report report() {
    return new Report(
        1,
        1e-3,
        2,
        0.5,
        10,
        1,
        10,
        OptionalDouble.empty(),
        OptionalDouble.of(0.5),
        OptionalDouble.empty());
  }

  private static List<byte[]> records(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer all = little(file);
    while (all.hasRemaining()) {
      byte[] length = Arrays.copyOfRange(file, all.position(), all.position() + 8);
      byte[] data = new byte[(int) all.getLong()];
      assertThat(all.getInt()).isEqualTo(masked(length));
      all.get(data);
      assertThat(all.getInt()).isEqualTo(masked(data));
      records.add(data);
    }
    return records;
  }

  private static int masked(byte[] data) {
    int crc = -1;
    for (byte next : data) {
      crc ^= next & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82F63B78; // Castagnoli, reflected
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
