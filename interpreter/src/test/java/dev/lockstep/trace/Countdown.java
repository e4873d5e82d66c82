package dev.lockstep.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A machine with as much of everything as a trace file can hold: counts down to 0 in steps of two,
/// prints multiples of four, and fails below 0.
final class Countdown implements Machine<Long, Countdown.Take>, DeltaJson<Countdown.Take> {
  static final Source SOURCE = new Source("down.count", "while n > 0\n  take 2\n");
  static final Span TAKE = new Span(14, 20);

  record Take(long amount, long left) {}

  /// The file of a run on `start` within `budget`.
  static byte[] file(long start, Budget budget) {
    Countdown machine = new Countdown();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter<Long, Take> writer =
        new TraceWriter<>(bytes, header(start, budget), machine, machine, SOURCE);
    new Interpreter<>(machine).run(machine.start(Value.of(start)), budget, writer);
    return bytes.toByteArray();
  }

  static TraceHeader header(long start, Budget budget) {
    return new TraceHeader(
        "countdown",
        TraceHeader.INTERPRETER,
        SOURCE.name(),
        ProgramHash.ofPrinted(SOURCE.text()),
        Value.of(start),
        OptionalLong.of(-7),
        budget,
        new Versions("1.2.3", "25"));
  }

  @Override
  public Long start(Value input) {
    return switch (input) {
      case Value.Int(var n) -> n.longValueExact();
      default -> throw new InputError("expected a number");
    };
  }

  @Override
  public Next<Take> next(Long now) {
    if (now == 0) {
      return new Next.Halt<>();
    }
    if (now < 0) {
      return new Next.Fail<>(new Fault("nothing left", Optional.of(TAKE), Optional.of("Stop.")));
    }
    Note note = new Note(Optional.of(TAKE), List.of(new Note.Read("n", Value.of(now))));
    return new Next.Do<>(new Take(2, now - 2), note);
  }

  @Override
  public Long apply(Long now, Take delta) {
    if (now - delta.amount() != delta.left()) {
      throw new IllegalArgumentException(now + " - " + delta.amount() + " ≠ " + delta.left());
    }
    return delta.left();
  }

  @Override
  public Optional<Value> output(Long now) {
    return now == 0 ? Optional.of(Value.of("done")) : Optional.empty();
  }

  @Override
  public List<String> printed(Take delta) {
    return delta.left() % 4 == 0 ? List.of("at " + delta.left()) : List.of();
  }

  @Override
  public long cells(Long now) {
    return Math.abs(now);
  }

  @Override
  public void write(Take delta, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("take", delta.amount());
    json.writeNumberField("left", delta.left());
    json.writeEndObject();
  }

  @Override
  public Take read(JsonNode node) {
    if (!node.path("take").isIntegralNumber() || !node.path("left").isIntegralNumber()) {
      throw new IllegalArgumentException("`take` and `left`: expected numbers");
    }
    return new Take(node.get("take").longValue(), node.get("left").longValue());
  }
}
