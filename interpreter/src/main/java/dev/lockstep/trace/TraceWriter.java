package dev.lockstep.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.ValueJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes a run as a trace file while it happens, in constant memory. The last line seals the file
/// with the SHA-256 of all bytes before it; a run that was stopped has neither outcome nor seal.
///
/// Throws `UncheckedIOException` where the stream refuses.
public final class TraceWriter<C, D> implements RunSink<C, D>, Closeable {
  private final Sha256Stream out;
  private final TraceHeader header;
  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private final Source source;
  private long steps;

  /// @param source of the program, in which the spans of notes and faults stand
  public TraceWriter(
      OutputStream out,
      TraceHeader header,
      Machine<C, D> machine,
      DeltaJson<D> json,
      Source source) {
    this.out = new Sha256Stream(new BufferedOutputStream(out, 1 << 16));
    this.header = header;
    this.machine = machine;
    this.json = json;
    this.source = source;
  }

  @Override
  public void start(C configuration) {
    line(TraceJson.write(header));
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    steps++;
    TraceEvent<D> event =
        new TraceEvent<>(
            steps,
            note.span().map(span -> Place.of(span, source)),
            note.reads(),
            delta,
            machine.printed(delta));
    line(TraceJson.write(event, json));
    return true;
  }

  @Override
  public void end(Ending ending, C last) {
    TraceOutcome outcome = TraceOutcome.of(ending, machine.output(last), source);
    line(TraceJson.write(outcome, steps));
    line(JsonNodeFactory.instance.objectNode().put("sha256", out.hex()));
    flush();
  }

  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void line(ObjectNode node) {
    try {
      out.write(ValueJson.MAPPER.writeValueAsBytes(node));
      out.write("\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
