package dev.lockstep.store;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.Selection;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceJson;
import dev.lockstep.trace.TraceOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes a run as a Parquet file, in constant memory: the events go through a database whose
/// memory is bounded, and which keeps the rest on disk. Header and outcome stand in the file's
/// metadata as the lines of a trace file that they are. The file appears at `end`, whole.
public final class ParquetTrace<C, D> implements StepSink<D>, AutoCloseable {
  private static final int MEGABYTES = 256; // of the database, beside the JVM's heap
  private static final int PENDING = 1 << 22; // characters of rows on their way to the database
  private static final int GROUP = 1 << 24; // characters of rows that the file holds together
  private static final int LEAST_GROUP = 2_048; // rows: the database works on so many at once
  private static final int MOST_GROUP = 122_880; // rows: what the database would take itself

  private final Path target;
  private final TraceHeader header;
  private final Machine<C, D> machine;
  private final DeltaJson<D> deltas;
  private final Source source;
  private final Selection.Filter filter;
  private final Scratch scratch;
  private final DuckDBAppender rows;
  private final DeltaText written = new DeltaText();
  private final Map<Span, Place> places = new HashMap<>(); // as many as the program has steps
  private long count; // of rows
  private long characters; // in them
  private long flushed; // of those, at the last flush
  private final Lock turn; // an engine may run on a thread of its own

  /// Throws `IOException` where the folder of `target` cannot be written.
  public ParquetTrace(
      Path target, TraceHeader header, Machine<C, D> machine, DeltaJson<D> deltas, Source source)
      throws IOException {
    this.target = target;
    this.header = header;
    this.machine = machine;
    this.deltas = deltas;
    this.source = source;
    this.filter = header.selection().filter();
    Path folder = folder();
    if (Files.isDirectory(target) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IOException("no file can be written there");
    }
    try {
      this.scratch = new Scratch(MEGABYTES);
      scratch.execute("SET threads = 1"); // each would write row groups of its own
      // Not packed, since it is read once; what does not fit into memory goes to disk.
      scratch.execute("CREATE TEMP TABLE events (" + EventTable.COLUMNS + ")");
      this.rows =
          scratch.connection().unwrap(DuckDBConnection.class).createAppender("main", "events");
      this.turn = rows.unsafeBreakThreadConfinement();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Path folder() {
    return Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(Path.of("/"));
  }

  @Override
  public boolean step(D delta, Note note) {
    if (!filter.next(machine.grain(delta))) {
      return true;
    }
    turn.lock();
    try {
      append(delta, note);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refuses a row", e);
    } finally {
      turn.unlock();
    }
  }

  private void append(D delta, Note note) throws IOException, SQLException {
    written.of(delta, deltas);
    EventTable.Row row =
        new EventTable.Row(
            filter.step(),
            note.span().map(it -> places.computeIfAbsent(it, span -> Place.of(span, source))),
            written.kind(),
            written.text(),
            EventTable.reads(note.reads()),
            machine.printed(delta));
    rows.beginRow();
    EventTable.append(rows, row);
    rows.endRow();
    count++;
    characters += row.characters();
    if (characters - flushed > PENDING) {
      rows.flush();
      flushed = characters;
    }
  }

  /// As many rows as fit, so that wide ones do not fill the memory when the file is written.
  private long rowGroup() {
    return Math.clamp(GROUP * count / Math.max(1, characters), LEAST_GROUP, MOST_GROUP);
  }

  /// Writes the file.
  public void end(Ending ending, Optional<Value> output) throws IOException {
    TraceOutcome outcome = TraceOutcome.of(ending, output, source);
    Path draft =
        folder()
            .resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    draft.toFile().deleteOnExit();
    try {
      closeRows();
      scratch.execute(
          "COPY events TO "
              + quoted(draft.toString())
              + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
              + rowGroup()
              + ", KV_METADATA {lockstep_header: "
              + quoted(TraceJson.write(header).toString())
              + ", lockstep_outcome: "
              + quoted(TraceJson.write(outcome, filter.step()).toString())
              + "})");
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void closeRows() throws SQLException {
    turn.lock();
    try {
      rows.close();
    } finally {
      turn.unlock();
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() throws IOException {
    try {
      closeRows();
      scratch.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
