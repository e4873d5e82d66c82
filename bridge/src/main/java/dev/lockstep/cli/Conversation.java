package dev.lockstep.cli;

import dev.lockstep.interactive.Lines;
import dev.lockstep.interactive.PipedLines;
import dev.lockstep.interactive.TerminalLines;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/// Who speaks to an interactive command: a person, standard input, or a file.
final class Conversation {
  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "Take the lines from a file instead of the terminal.")
  private Path script;

  /// @param words what a person may complete to
  Lines lines(Terminal terminal, String command, Supplier<List<String>> words) throws IOException {
    if (script != null) {
      return new PipedLines(Files.newInputStream(script), terminal.out());
    }
    boolean person =
        terminal.isProcess()
            && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return person
        ? new TerminalLines(history(command), words)
        : new PipedLines(terminal.in(), terminal.out());
  }

  private static Path history(String command) {
    return Path.of(System.getProperty("user.home"), ".lockstep", command + ".history");
  }
}
