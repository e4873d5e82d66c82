package dev.lockstep.examples.demo;

import dev.lockstep.cli.Terminal;
import java.util.List;
import java.util.Locale;

/// Prints the story: headings, sentences, figures; moving progress only where a person watches.
final class Narrator {
  private static final int LABEL = 26; // characters before a figure

  private final Terminal terminal;

  Narrator(Terminal terminal) {
    this.terminal = terminal;
  }

  void heading(String text) {
    say("");
    say(text);
    say("─".repeat(Math.min(96, text.codePointCount(0, text.length()))));
  }

  void say(String line) {
    settle();
    terminal.out().println(line);
    terminal.out().flush();
  }

  void list(List<String> lines) {
    lines.forEach(line -> say("  · " + line));
  }

  void figure(String label, String format, Object... arguments) {
    say(
        "  %s%s"
            .formatted(
                label + " ".repeat(Math.max(1, LABEL - label.length())),
                String.format(Locale.ROOT, format, arguments)));
  }

  /// A line that the next one replaces; shown to a person only.
  void progress(String format, Object... arguments) {
    if (terminal.live()) {
      String line = String.format(Locale.ROOT, format, arguments);
      terminal.err().print("\r\u001b[K  " + line.substring(0, Math.min(line.length(), 100)));
      terminal.err().flush();
    }
  }

  private void settle() {
    if (terminal.live()) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
