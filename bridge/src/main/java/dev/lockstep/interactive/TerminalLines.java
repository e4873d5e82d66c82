package dev.lockstep.interactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Lines of a person: editing, history over sessions, completion of words with the tab key.
public final class TerminalLines implements Lines {
  private final Terminal terminal;
  private final LineReader reader;

  /// @param history the file that remembers what was typed
  /// @param words what can be completed to, asked at each tab
  public TerminalLines(Path history, Supplier<List<String>> words) {
    try {
      this.terminal = TerminalBuilder.builder().system(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(new char[0]); // a backslash is a backslash
    parser.setQuoteChars(new char[0]);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .completer(
                (_, line, candidates) ->
                    words.get().stream()
                        .filter(word -> word.startsWith(line.word()))
                        .forEach(word -> candidates.add(new Candidate(word))))
            .build();
  }

  /// Ctrl-C gives up the line and gives an empty one; Ctrl-D is the end.
  @Override
  public Optional<String> read(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException _) {
      return Optional.of("");
    } catch (EndOfFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
