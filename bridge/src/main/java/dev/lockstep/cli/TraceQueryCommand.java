package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.store.TraceStore;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep trace query`: SQL over a folder of traces.
@Command(
    name = "query",
    description = {
      "Answers an SQL query over the traces of a folder, JSON Lines and Parquet.",
      "Tables: runs (trace, language, executor, program, sha256, input, outcome, steps, value,"
          + " message)",
      "and events (trace, step, file, line, col, text, kind, delta, reads, printed). The query can read"
          + " these tables",
      "and nothing else: no file, no network."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep trace query \"SELECT trace, outcome, steps FROM runs ORDER BY steps\" traces",
      "  lockstep trace query \"SELECT line, count(*) AS times FROM events GROUP BY line\" traces",
      "  lockstep trace query \"SELECT step, delta->'value' FROM events WHERE kind = 'bind'\" traces"
    })
final class TraceQueryCommand implements LockstepCommand {
  private static final int ROWS_MEASURED = 1000;
  private static final int WIDEST = 60;

  @Parameters(index = "0", paramLabel = "SQL", description = "A query (DuckDB's SQL).")
  private String sql;

  @Parameters(index = "1", paramLabel = "DIR", description = "A folder with traces.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON object a row.")
  private boolean json;

  @Override
  public int run(Terminal terminal) throws IOException {
    try (TraceStore store = TraceStore.open(folder)) {
      store.query(sql, rows -> print(rows, terminal.out()));
      return ExitCode.DONE;
    } catch (SQLException e) {
      throw new Misuse("the query has no answer: " + e.getMessage().strip());
    }
  }

  private void print(ResultSet rows, PrintStream out) throws SQLException {
    if (json) {
      while (rows.next()) {
        out.println(object(rows));
      }
    } else {
      table(rows, out);
    }
  }

  private static ObjectNode object(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i);
      switch (rows.getObject(i)) {
        case null -> node.putNull(name);
        case Boolean truth -> node.put(name, truth);
        case Long number -> node.put(name, number);
        case Integer number -> node.put(name, number);
        case Short number -> node.put(name, number);
        case BigInteger number -> node.put(name, number);
        case BigDecimal number -> node.put(name, number);
        case Double number -> node.put(name, number);
        case Float number -> node.put(name, number);
        case Object other -> node.put(name, other.toString());
      }
    }
    return node;
  }

  /// Columns as wide as the first rows need.
  private static void table(ResultSet rows, PrintStream out) throws SQLException {
    int count = rows.getMetaData().getColumnCount();
    List<List<String>> first = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(rows.getMetaData().getColumnLabel(i));
    }
    first.add(names);
    boolean more = rows.next();
    for (; more && first.size() <= ROWS_MEASURED; more = rows.next()) {
      first.add(cells(rows, count));
    }
    int[] widths = new int[count];
    for (List<String> row : first) {
      for (int i = 0; i < count; i++) {
        widths[i] = Math.clamp(length(row.get(i)), widths[i], WIDEST);
      }
    }
    first.forEach(row -> out.println(line(row, widths)));
    for (; more; more = rows.next()) {
      out.println(line(cells(rows, count), widths));
    }
  }

  private static List<String> cells(ResultSet rows, int count) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String text = rows.getString(i);
      cells.add(text == null ? "" : text.replace("\n", "\\n"));
    }
    return cells;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : "  ").append(cell);
      line.repeat(' ', Math.max(0, widths[i] - length(cell)));
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
