package dev.lockstep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// A database in a folder of its own that goes when it is closed. Its memory is bounded; what does
/// not fit stands on disk.
final class Scratch implements AutoCloseable {
  private final Path folder;
  private Connection connection;

  /// Takes so much memory at most.
  Scratch(int megabytes) throws IOException, SQLException {
    folder = Files.createTempDirectory("lockstep-");
    connection = connect(false);
    execute("SET memory_limit = '" + megabytes + "MB'");
    execute("SET threads = 2");
  }

  private Connection connect(boolean readOnly) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("duckdb.read_only", String.valueOf(readOnly));
    return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("traces.db"), settings);
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// From here on nothing can be written, no file or network reached, and no setting changed.
  void seal() throws SQLException {
    connection.close();
    connection = connect(true);
    execute("SET memory_limit = '1GB'");
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
