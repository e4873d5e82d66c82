package dev.lockstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.Selection;
import dev.lockstep.trace.TraceHeader;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/// A run for people: a line a step with its place in the program, what changed and what was read.
final class PrettyTrace<C, D> implements StepSink<D> {
  private static final int TEXT_WIDTH = 32;

  private final PrintStream out;
  private final TraceHeader header;
  private final Loaded<?, C, D> loaded;
  private final Selection.Filter filter;

  PrettyTrace(OutputStream out, TraceHeader header, Loaded<?, C, D> loaded) {
    this.out =
        new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8);
    this.header = header;
    this.loaded = loaded;
    this.filter = header.selection().filter();
  }

  void begin() {
    out.println(header.programName() + " on " + ValueJson.print(header.input()));
  }

  @Override
  public boolean step(D delta, Note note) {
    if (!filter.next(loaded.machine().grain(delta))) {
      return true;
    }
    String at = note.span().map(span -> at(Place.of(span, loaded.source()))).orElse("");
    String line =
        String.format(
            Locale.ROOT,
            "%6d  %s  %s",
            filter.step(),
            at,
            changes(loaded.language().deltaJson().write(delta)));
    out.println((line + reads(note)).stripTrailing());
    loaded.machine().printed(delta).forEach(it -> out.println("        > " + it));
    return filter.step() % 4096 != 0 || !out.checkError();
  }

  void end(Runner.Finish finish) {
    String value =
        finish
            .output()
            .filter(_ -> finish.ending() instanceof Ending.Halted)
            .map(it -> " with " + ValueJson.print(it))
            .orElse("");
    out.printf(
        Locale.ROOT, "%s after %,d steps%s%n", finish.ending().describe(), finish.steps(), value);
    out.flush();
  }

  private static String at(Place place) {
    String text = place.text();
    int points = text.codePointCount(0, text.length());
    String shown =
        points <= TEXT_WIDTH
            ? text + " ".repeat(TEXT_WIDTH - points)
            : text.substring(0, text.offsetByCodePoints(0, TEXT_WIDTH - 1)) + "…";
    return String.format(Locale.ROOT, "%7s  %s", place.at(), shown);
  }

  static String changes(JsonNode delta) {
    return delta.properties().stream()
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String reads(Note note) {
    return note.reads().isEmpty()
        ? ""
        : note.reads().stream()
            .map(read -> read.place() + "=" + ValueJson.print(read.value()))
            .collect(Collectors.joining(", ", "  (read ", ")"));
  }
}
