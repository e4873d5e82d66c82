package dev.lockstep.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a run as a trace file while it happens, in constant memory. The last line seals the file
/// with the SHA-256 of all bytes before it; a run that was stopped has neither outcome nor seal.
///
/// Throws `UncheckedIOException` where the stream refuses.
public final class TraceWriter<C, D> implements RunSink<C, D>, StepSink<D>, Closeable {
  private final Sha256Stream out;
  private final JsonGenerator json;
  private final TraceHeader header;
  private final Machine<C, D> machine;
  private final DeltaJson<D> deltas;
  private final Source source;
  private final Selection.Filter filter;
  private final Map<Span, SerializedString> places =
      new HashMap<>(); // as many as the program has steps

  /// @param source of the program, in which the spans of notes and faults stand
  public TraceWriter(
      OutputStream out,
      TraceHeader header,
      Machine<C, D> machine,
      DeltaJson<D> deltas,
      Source source) {
    this.out = new Sha256Stream(new BufferedOutputStream(out, 1 << 16));
    this.header = header;
    this.machine = machine;
    this.deltas = deltas;
    this.source = source;
    this.filter = header.selection().filter();
    try {
      this.json = JsonTrees.MAPPER.createGenerator(this.out);
      json.setRootValueSeparator(new SerializedString("")); // nothing between lines but ours
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the first line.
  public void begin() {
    line(TraceJson.write(header));
  }

  @Override
  public void start(C configuration) {
    begin();
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    return step(delta, note);
  }

  @Override
  public boolean step(D delta, Note note) {
    if (filter.next(machine.grain(delta))) {
      try {
        event(delta, note);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }

  private void event(D delta, Note note) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", filter.step());
    if (note.span().isPresent()) {
      json.writeFieldName("at");
      json.writeRawValue(places.computeIfAbsent(note.span().get(), this::place));
    }
    if (!note.reads().isEmpty()) {
      json.writeArrayFieldStart("reads");
      for (Note.Read read : note.reads()) {
        json.writeStartObject();
        json.writeStringField("place", read.place());
        json.writeFieldName("value");
        ValueJson.write(read.value(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    texts("checks", note.checks());
    json.writeFieldName("delta");
    deltas.write(delta, json);
    texts("printed", machine.printed(delta));
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void texts(String field, List<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(field);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  private SerializedString place(Span span) {
    return new SerializedString(TraceJson.write(Place.of(span, source)).toString());
  }

  @Override
  public void end(Ending ending, C last) {
    end(ending, machine.output(last));
  }

  /// Writes how the run ended, and the seal.
  public void end(Ending ending, Optional<Value> output) {
    line(TraceJson.write(TraceOutcome.of(ending, output, source), filter.step()));
    flush();
    line(JsonNodeFactory.instance.objectNode().put("sha256", out.hex()));
    flush();
  }

  public void flush() {
    try {
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void line(JsonNode node) {
    try {
      json.writeTree(node);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
