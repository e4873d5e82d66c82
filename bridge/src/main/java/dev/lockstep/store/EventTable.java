package dev.lockstep.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.TraceEvent;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.duckdb.DuckDBAppender;

/// The columns of an event, the same in Parquet files and in queries.
final class EventTable {
  static final String COLUMNS =
      "step BIGINT, file VARCHAR, line INTEGER, col INTEGER, text VARCHAR, kind VARCHAR, delta VARCHAR,"
          + " reads VARCHAR, printed VARCHAR";

  static final String NAMES = "step, file, line, col, text, kind, delta, reads, printed";

  private EventTable() {}

  /// One event, its parts written as JSON already.
  ///
  /// @param reads empty where nothing was read
  record Row(
      long step,
      Optional<Place> at,
      Optional<String> kind,
      String delta,
      Optional<String> reads,
      List<String> printed) {
    /// How long it is, but for the place.
    long characters() {
      return delta.length()
          + reads.map(String::length).orElse(0)
          + printed.stream().mapToLong(String::length).sum();
    }

    static Row of(TraceEvent<ObjectNode> event) {
      ObjectNode delta = event.delta();
      return new Row(
          event.step(),
          event.at(),
          delta.isEmpty() ? Optional.empty() : Optional.of(delta.fieldNames().next()),
          delta.toString(),
          EventTable.reads(event.reads()),
          event.printed());
    }
  }

  /// Appends one row, behind what its beginning already holds.
  static void append(DuckDBAppender rows, Row row) throws SQLException {
    rows.append(row.step());
    Optional<Place> at = row.at();
    text(rows, at.flatMap(Place::file));
    if (at.isPresent()) {
      rows.append(at.get().line());
      rows.append(at.get().column());
      rows.append(at.get().text());
    } else {
      rows.appendNull();
      rows.appendNull();
      rows.appendNull();
    }
    text(rows, row.kind());
    rows.append(row.delta());
    text(rows, row.reads());
    List<String> printed = row.printed();
    text(rows, printed.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", printed)));
  }

  private static void text(DuckDBAppender rows, Optional<String> text) throws SQLException {
    if (text.isPresent()) {
      rows.append(text.get());
    } else {
      rows.appendNull();
    }
  }

  /// What was read as an object from place to value; a place read twice stands where it was first.
  static Optional<String> reads(List<Note.Read> reads) {
    if (reads.isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    reads.forEach(it -> fields.put(it.place(), it.value()));
    return Optional.of(ValueJson.print(new Value.Fields(fields)));
  }
}
