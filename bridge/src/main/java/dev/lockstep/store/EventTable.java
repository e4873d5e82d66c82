package dev.lockstep.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.TraceEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/// The columns of an event, the same in Parquet files and in queries.
final class EventTable {
  static final String COLUMNS =
      "step BIGINT, file VARCHAR, line INTEGER, col INTEGER, text VARCHAR, kind VARCHAR, delta VARCHAR,"
          + " reads VARCHAR, printed VARCHAR";

  static final String NAMES = "step, file, line, col, text, kind, delta, reads, printed";

  private EventTable() {}

  /// Appends one row, behind what its beginning already holds.
  static void append(DuckDBAppender rows, TraceEvent<ObjectNode> event) throws SQLException {
    rows.append(event.step());
    Optional<Place> at = event.at();
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
    ObjectNode delta = event.delta();
    text(rows, delta.isEmpty() ? Optional.empty() : Optional.of(delta.fieldNames().next()));
    rows.append(delta.toString());
    text(rows, reads(event.reads()));
    text(
        rows,
        event.printed().isEmpty()
            ? Optional.empty()
            : Optional.of(String.join("\n", event.printed())));
  }

  private static void text(DuckDBAppender rows, Optional<String> text) throws SQLException {
    if (text.isPresent()) {
      rows.append(text.get());
    } else {
      rows.appendNull();
    }
  }

  private static Optional<String> reads(List<Note.Read> reads) {
    if (reads.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    reads.forEach(it -> node.set(it.place(), ValueJson.toNode(it.value())));
    return Optional.of(node.toString());
  }
}
