package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.store.TraceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceQueryCommandTest {
  private static final String LOOP =
      """
      fn main(n: int) -> int {
        var x = n
        while x > 0 {
          x = x - 1
        }
        return n / x
      }
      """;

  @TempDir static Path folder;
  private static Cli cli;

  @BeforeAll
  static void traces() throws IOException {
    Files.createDirectory(folder.resolve("t"));
    cli = new Cli(folder).with("p.mu", LOOP).with("increment.tm", TuringPrograms.INCREMENT);
    cli.with("t/notes.txt", "no trace\n");
    made("p.mu", "{\"n\": 3}", "jsonl", "FOLDER/t/a.jsonl");
    made("p.mu", "{\"n\": 3}", "parquet", "FOLDER/t/b.parquet");
    made("increment.tm", "\"'1'\"".replace("'", ""), "parquet", "FOLDER/t/c.parquet");
  }

  private static void made(String program, String input, String format, String to) {
    assertThat(cli.run("trace", "FOLDER/" + program, "-i", input, "--format", format, "-o", to))
        .isEqualTo(new Cli.Result(0, "", ""));
  }

  private Cli.Result query(String sql, String... options) {
    String[] all = new String[4 + options.length];
    all[0] = "trace";
    all[1] = "query";
    all[2] = sql;
    all[3] = "FOLDER/t";
    System.arraycopy(options, 0, all, 4, options.length);
    return cli.run(all);
  }

  @Test
  void answersFromBothFormats() {
    assertThat(
            query(
                "SELECT trace, language, outcome, steps, message, value FROM runs ORDER BY trace"))
        .isEqualTo(
            new Cli.Result(
                0,
                """
                trace      language  outcome  steps  message           value
                a.jsonl    mu        failed   8      division by zero
                b.parquet  mu        failed   8      division by zero
                c.parquet  turing    halted   4                        "10"
                """,
                ""));
    assertThat(
            query(
                    "SELECT kind, line, count(*) AS times, min(delta->>'$.value') AS least"
                        + " FROM events WHERE trace = 'b.parquet' GROUP BY kind, line ORDER BY line",
                    "--json")
                .out())
        .isEqualTo(
            """
            {"kind":"bind","line":2,"times":1,"least":"3"}
            {"kind":"branch","line":3,"times":4,"least":null}
            {"kind":"bind","line":4,"times":3,"least":"0"}
            """);
  }

  @Test
  void bothFormatsHoldTheSameEvents() {
    String columns = "step, file, line, col, text, kind, delta, reads, printed";
    assertThat(
            query(
                    "SELECT count(*) AS n FROM (SELECT "
                        + columns
                        + " FROM events WHERE trace = 'a.jsonl' EXCEPT SELECT "
                        + columns
                        + " FROM events WHERE trace = 'b.parquet')")
                .out())
        .isEqualTo("n\n0\n");
  }

  @Test
  void aQueryReachesNothingElse() throws IOException {
    List<String> attempts =
        List.of(
            "SELECT * FROM read_csv('/etc/hostname')",
            "SELECT * FROM read_text('FOLDER/t/notes.txt')",
            "SELECT * FROM 'FOLDER/t/b.parquet'",
            "SELECT * FROM glob('/*')",
            "SELECT * FROM read_json('FOLDER/t/a.jsonl')",
            "SELECT * FROM read_blob('/etc/hostname')",
            "SELECT * FROM read_parquet('http://localhost:1/x.parquet')",
            "SELECT * FROM parquet_metadata('FOLDER/t/b.parquet')",
            "SELECT * FROM sniff_csv('/etc/hostname')",
            "SELECT getenv('HOME')",
            "COPY events TO 'FOLDER/out.csv'",
            "EXPORT DATABASE 'FOLDER/out.csv'",
            "ATTACH 'FOLDER/other.db'",
            "SET enable_external_access = true",
            "SET lock_configuration = false",
            "INSTALL httpfs",
            "LOAD httpfs",
            "FORCE INSTALL httpfs FROM 'http://localhost:1'",
            "LOAD 'FOLDER/other.duckdb_extension'",
            "PRAGMA enable_profiling = 'json'",
            "PRAGMA temp_directory = 'FOLDER'",
            "SET memory_limit = '99GB'",
            "RESET lock_configuration",
            "CREATE TABLE more AS SELECT 1",
            "CREATE VIEW more AS SELECT * FROM read_text('/etc/hostname')",
            "CREATE SECRET (TYPE s3)",
            "IMPORT DATABASE 'FOLDER'",
            "DETACH traces",
            "DROP TABLE events",
            "DELETE FROM runs",
            "INSERT INTO runs SELECT * FROM runs",
            "SELECT 1; COPY runs TO 'FOLDER/out.csv'",
            "SELECT * FROM nothing",
            "garbage");
    try (TraceStore store = TraceStore.open(folder.resolve("t"))) {
      for (String attempt : attempts) {
        String sql = attempt.replace("FOLDER", folder.toString());
        assertThatThrownBy(() -> store.query(sql, ResultSet::next))
            .as(sql)
            .isInstanceOf(SQLException.class);
      }
    }
    assertThat(folder.resolve("out.csv")).doesNotExist();
    assertThat(folder.resolve("other.db")).doesNotExist();
    Cli.Result result = query("SELECT * FROM read_csv('/etc/hostname')");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("lockstep: error: the query has no answer: ");
  }

  @Test
  void damageIsNamed() throws IOException {
    String text = Files.readString(folder.resolve("t/a.jsonl"));
    Files.createDirectory(folder.resolve("u"));
    cli.with("u/x.jsonl", text.replace("\"value\":2", "\"value\":1"));
    Cli.Result result = cli.run("trace", "query", "SELECT 1", "FOLDER/u");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("x.jsonl:11: the file was changed");
    assertThat(cli.run("trace", "query", "SELECT 1", "FOLDER/none").err())
        .contains("none: no such folder");
  }

  @Test
  void parquetNeedsAFile() {
    Cli.Result result = cli.run("trace", "FOLDER/p.mu", "-i", "{\"n\": 1}", "--format", "parquet");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("expected a file to write (-o FILE)");
    assertThat(
            cli.run(
                    "trace",
                    "FOLDER/p.mu",
                    "-i",
                    "{\"n\": 1}",
                    "--format",
                    "parquet",
                    "-o",
                    "FOLDER/no/x")
                .code())
        .isEqualTo(2);
  }
}
