package dev.lockstep.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.RawDelta;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceJson;
import dev.lockstep.trace.TraceOutcome;
import dev.lockstep.trace.TraceReader;
import dev.lockstep.trace.UnreadableTrace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The traces of a folder as two tables, `runs` and `events`, that can be asked and not changed.
public final class TraceStore implements AutoCloseable {
  private static final String RUNS =
      "CREATE TABLE runs (trace VARCHAR, language VARCHAR, executor VARCHAR, program VARCHAR,"
          + " sha256 VARCHAR, input JSON, outcome VARCHAR, steps BIGINT, value JSON,"
          + " message VARCHAR)";
  private static final String EVENTS =
      "CREATE TABLE events (trace VARCHAR, "
          + EventTable.COLUMNS
              .replace("delta VARCHAR", "delta JSON")
              .replace("reads VARCHAR", "reads JSON")
          + ")";
  private static final int ENOUGH_TO_TELL = 64;
  private static final int LOADING_MEGABYTES = 512;

  private final Scratch scratch;

  private TraceStore(Scratch scratch) {
    this.scratch = scratch;
  }

  /// Reads every trace file of `folder`, JSON Lines and Parquet; other files are passed over.
  /// Throws `UnreadableTrace` where one is damaged.
  public static TraceStore open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableTrace(folder + ": no such folder");
    }
    try {
      TraceStore store = new TraceStore(new Scratch(LOADING_MEGABYTES));
      try {
        store.load(folder);
        store.scratch.seal();
        return store;
      } catch (SQLException | RuntimeException | IOException e) {
        store.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void load(Path folder) throws SQLException, IOException {
    scratch.execute(RUNS);
    scratch.execute(EVENTS);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String trace = folder.relativize(file).toString();
      if (trace.endsWith(".parquet")) {
        loadParquet(file, trace);
      } else if (isTrace(file)) {
        loadLines(file, trace);
      }
    }
  }

  private static boolean isTrace(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String begin = new String(in.readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8);
      return begin.startsWith("{\"format\":\"" + TraceHeader.FORMAT + "\"");
    }
  }

  private void loadLines(Path file, String trace) throws SQLException, IOException {
    try (TraceReader reader = TraceReader.open(file);
        DuckDBAppender rows =
            scratch.connection().unwrap(DuckDBConnection.class).createAppender("main", "events")) {
      Optional<TraceEvent<ObjectNode>> event = reader.next(new RawDelta());
      while (event.isPresent()) {
        rows.beginRow();
        rows.append(trace);
        EventTable.append(rows, EventTable.Row.of(event.get()));
        rows.endRow();
        event = reader.next(new RawDelta());
      }
      run(trace, reader.header(), reader.outcome(), reader.steps());
    }
  }

  private void loadParquet(Path file, String trace) throws SQLException {
    String from = ParquetTrace.quoted(file.toString());
    Optional<String> header = metadata(from, "lockstep_header");
    Optional<String> outcome = metadata(from, "lockstep_outcome");
    if (header.isEmpty() || outcome.isEmpty()) {
      return; // not ours
    }
    scratch.execute(
        "INSERT INTO events SELECT "
            + ParquetTrace.quoted(trace)
            + ", "
            + EventTable.NAMES
            + " FROM read_parquet("
            + from
            + ")");
    try {
      var end = JsonTrees.MAPPER.readTree(outcome.get());
      run(
          trace,
          TraceJson.header(JsonTrees.MAPPER.readTree(header.get())),
          TraceJson.outcome(end),
          end.path("steps").longValue());
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableTrace(file + ": damaged metadata: " + e.getMessage());
    }
  }

  private Optional<String> metadata(String from, String key) throws SQLException {
    String sql =
        "SELECT decode(value) FROM parquet_kv_metadata("
            + from
            + ") WHERE decode(key) = "
            + ParquetTrace.quoted(key);
    try (Statement statement = scratch.connection().createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
    }
  }

  private void run(String trace, TraceHeader header, TraceOutcome outcome, long steps)
      throws SQLException {
    ObjectNode end = TraceJson.write(outcome, steps);
    try (PreparedStatement row =
        scratch.connection().prepareStatement("INSERT INTO runs VALUES (?,?,?,?,?,?,?,?,?,?)")) {
      row.setString(1, trace);
      row.setString(2, header.language());
      row.setString(3, header.executor());
      row.setString(4, header.programName());
      row.setString(5, header.programHash().hex());
      row.setString(6, ValueJson.print(header.input()));
      row.setString(7, end.get("outcome").textValue());
      row.setLong(8, steps);
      row.setString(9, end.has("value") ? end.get("value").toString() : null);
      row.setString(10, end.has("message") ? end.get("message").textValue() : null);
      row.execute();
    }
  }

  /// What is done with an answer, row by row.
  @FunctionalInterface
  public interface Rows {
    void read(ResultSet rows) throws SQLException;
  }

  /// Answers `sql`. Throws `SQLException` where it is no query, or tries to write or to reach out.
  public void query(String sql, Rows rows) throws SQLException {
    try (Statement statement = scratch.connection().createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet answer = statement.getResultSet()) {
          rows.read(answer);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      scratch.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
