package dev.lockstep.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.Selection;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceJson;
import dev.lockstep.trace.TraceOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes a run as a Parquet file, in constant memory: the events go through a database on disk.
/// Header and outcome stand in the file's metadata as the lines of a trace file that they are. The
/// file appears at `end`, whole.
public final class ParquetTrace<C, D> implements StepSink<D>, AutoCloseable {
  private final Path target;
  private final TraceHeader header;
  private final Machine<C, D> machine;
  private final DeltaJson<D> deltas;
  private final Source source;
  private final Selection.Filter filter;
  private final Scratch scratch;
  private final DuckDBAppender rows;
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
      this.scratch = new Scratch();
      scratch.execute("CREATE TABLE events (" + EventTable.COLUMNS + ")");
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
      rows.beginRow();
      TraceEvent<ObjectNode> event =
          new TraceEvent<>(
              filter.step(),
              note.span().map(span -> Place.of(span, source)),
              note.reads(),
              note.checks(),
              deltas.write(delta),
              machine.printed(delta));
      EventTable.append(rows, event);
      rows.endRow();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the database refuses a row", e);
    } finally {
      turn.unlock();
    }
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
              + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {lockstep_header: "
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
