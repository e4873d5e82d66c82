package dev.lockstep.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.ValueJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/// Reads a trace file line by line, in constant memory, checking form, step numbers and seal on the
/// way. Whether the steps are the program's is not its business (`Replay`, verification).
///
/// Every method throws `UnreadableTrace`, with file and line, where the file is not a trace.
public final class TraceReader implements Closeable {
  private final String name;
  private final InputStream in;
  private final MessageDigest digest = Sha256Stream.digest();
  private final TraceHeader header;
  private long line;
  private long bytes;
  private long steps; // the number of the last event
  private long total;
  private Optional<TraceOutcome> outcome = Optional.empty();
  private boolean sealed;

  /// Reads the first line. `name` is what messages call the file.
  public TraceReader(String name, InputStream in) {
    this.name = name;
    this.in = new BufferedInputStream(in, 1 << 16);
    this.header =
        readLine()
            .map(node -> parsed(TraceJson::header, node))
            .orElseThrow(() -> unreadable("expected a trace, found an empty file"));
  }

  public static TraceReader open(Path file) {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? "a folder, expected a trace file"
              : Files.exists(file) ? "cannot be read (" + e.getMessage() + ")" : "no such file";
      throw new UnreadableTrace(file + ": " + why);
    }
    try {
      return new TraceReader(file.toString(), in);
    } catch (RuntimeException e) {
      try (in) {
        throw e;
      } catch (IOException closing) {
        e.addSuppressed(closing);
        throw e;
      }
    }
  }

  public TraceHeader header() {
    return header;
  }

  /// The next step, or nothing once the outcome has been read.
  public <D> Optional<TraceEvent<D>> next(DeltaJson<D> json) {
    if (outcome.isPresent()) {
      return Optional.empty();
    }
    JsonNode node = readLine().orElseThrow(this::cutOff);
    if (node.has("outcome")) {
      outcome = Optional.of(parsed(this::outcome, node));
      readSeal();
      return Optional.empty();
    }
    TraceEvent<D> event = parsed(it -> TraceJson.event(it, json), node);
    boolean all = header.selection().isAll();
    if (all ? event.step() != steps + 1 : event.step() <= steps) {
      String expected = all ? String.valueOf(steps + 1) : "more than " + steps;
      throw unreadable("`step`: expected " + expected + ", found " + event.step());
    }
    steps = event.step();
    return Optional.of(event);
  }

  /// How the run ended. Throws `IllegalStateException` before `next` has given the last step.
  public TraceOutcome outcome() {
    return outcome.orElseThrow(() -> new IllegalStateException("the trace is not read to its end"));
  }

  /// The steps of the run, selected or not. Throws `IllegalStateException` as `outcome` does.
  public long steps() {
    outcome();
    return total;
  }

  /// Throws `UnreadableTrace` where events were left out.
  public TraceReader requireAll() {
    if (!header.selection().isAll()) {
      throw unreadable("a selection of events, expected a trace of all of them");
    }
    return this;
  }

  /// Whether the file ended in a seal, and so is known to be whole. Traces from elsewhere may have
  /// none.
  public boolean sealed() {
    return sealed;
  }

  /// How many bytes the lines read so far have.
  long bytes() {
    return bytes;
  }

  /// The line read last, from 1.
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// An error at the line read last.
  UnreadableTrace unreadable(String message) {
    return new UnreadableTrace(name + ":" + Math.max(line, 1) + ": " + message);
  }

  private UnreadableTrace cutOff() {
    return unreadable("the trace ends here, after " + steps + " steps, without an outcome");
  }

  private TraceOutcome outcome(JsonFields fields) {
    boolean all = header.selection().isAll();
    total = all ? steps : fields.number("steps");
    if (total < steps) {
      throw unreadable("`steps`: expected at least " + steps + ", found " + total);
    }
    return TraceJson.outcome(fields, total);
  }

  private void readSeal() {
    String expected = HexFormat.of().formatHex(digest.digest());
    Optional<String> found = readLine().map(node -> parsed(TraceReader::seal, node));
    if (found.isEmpty()) {
      return;
    }
    if (!found.get().equals(expected)) {
      throw unreadable("the file was changed: its bytes have the SHA-256 " + expected);
    }
    if (readLine().isPresent()) {
      throw unreadable("expected the end of the file, found another line");
    }
    sealed = true;
  }

  private static String seal(JsonFields fields) {
    String hex = fields.text("sha256");
    fields.done();
    return hex;
  }

  private <T> T parsed(Function<JsonFields, T> parser, JsonNode node) {
    try {
      return parser.apply(new JsonFields(node));
    } catch (IllegalArgumentException | InputError e) {
      throw unreadable(e.getMessage());
    }
  }

  private Optional<JsonNode> readLine() {
    try {
      byte[] read = lineBytes();
      if (read.length == 0) {
        return Optional.empty();
      }
      line++;
      bytes += read.length;
      digest.update(read);
      return Optional.of(JsonTrees.MAPPER.readTree(read));
    } catch (JsonProcessingException e) {
      throw unreadable(ValueJson.explain(e));
    } catch (IOException e) {
      throw unreadable("cannot be read (" + e.getMessage() + ")");
    }
  }

  /// The bytes up to the next line break, with it; none at the end of the file.
  private byte[] lineBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    for (int next = in.read(); next >= 0; next = in.read()) {
      bytes.write(next);
      if (next == '\n') {
        break;
      }
    }
    return bytes.toByteArray();
  }
}
