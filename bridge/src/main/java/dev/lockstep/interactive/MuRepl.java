package dev.lockstep.interactive;

import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Symbol;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.machine.Budget;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A conversation in Mu: definitions, statements and expressions, and commands that begin with a
/// colon.
public final class MuRepl {
  private static final String PROMPT = "mu> ";
  private static final String MORE = "  | ";
  private static final List<String> COMMANDS =
      List.of(":help", ":list", ":load", ":quit", ":reset", ":symbols", ":trace", ":type");

  private final MuSession session;
  private final PrintStream out;

  /// @param budget of one entry, the program before it included
  /// @param folder that imports start from and do not leave
  public MuRepl(Budget budget, Path folder, PrintStream out) {
    this.session = new MuSession(budget, folder);
    this.out = out;
  }

  /// Words to complete to.
  public List<String> words() {
    List<String> words = new ArrayList<>(COMMANDS);
    words.addAll(session.words());
    return words;
  }

  /// Takes the functions and records of a file and of those that it imports, its `main` aside.
  /// Throws `SourceErrors` and `UnreadableSource`.
  public void load(Path file) {
    session.load(file).forEach(out::println);
  }

  /// Talks until the lines end or one says to quit.
  public void talk(Lines lines) {
    Optional<String> line = lines.read(PROMPT);
    while (line.isPresent()) {
      String entry = line.get();
      while (session.isOpen(argument(entry))) {
        Optional<String> more = lines.read(MORE);
        if (more.isEmpty() || more.get().isBlank()) {
          break; // an empty line ends what was begun, even if it is wrong
        }
        entry = entry + "\n" + more.get();
      }
      if (entry.strip().equals(":quit") || entry.strip().equals(":q")) {
        return;
      }
      answer(entry.strip());
      out.flush();
      line = lines.read(PROMPT);
    }
  }

  /// What stands behind a command, or the whole entry.
  private static String argument(String entry) {
    String text = entry.strip();
    return text.startsWith(":")
        ? text.substring(Math.min(text.length(), command(text).length()))
        : text;
  }

  private static String command(String text) {
    return text.split("\\s", 2)[0];
  }

  private void answer(String entry) {
    String argument = argument(entry).strip();
    if (!entry.startsWith(":")) {
      if (!entry.isEmpty()) {
        session.enter(entry).forEach(out::println);
      }
      return;
    }
    switch (command(entry)) {
      case ":help" -> help();
      case ":list" -> out.println(session.text().strip());
      case ":reset" -> session.reset();
      case ":symbols" -> session.symbols().stream().map(Symbol::describe).forEach(out::println);
      case ":trace" -> session.trace(argument).forEach(out::println);
      case ":type" -> session.type(argument).forEach(out::println);
      case ":load" -> {
        try {
          load(Path.of(argument));
        } catch (SourceErrors | UnreadableSource e) {
          out.println(e.getMessage());
        }
      }
      case String other ->
          out.println(
              "unknown command `"
                  + other
                  + "`. "
                  + Nearest.to(other, COMMANDS)
                      .map(it -> "Did you mean `" + it + "`?")
                      .orElse("`:help` lists the commands."));
    }
  }

  private void help() {
    out.println(
        """
        Enter an expression, a statement, a function, a record, or `import "FILE"`; brackets may stay
        open over lines.
          :type EXPRESSION   its type, without running it
          :trace ENTRY       run it and show its steps
          :symbols           everything that is declared
          :list              the program so far
          :load FILE         take the functions of a file
          :reset             forget everything
          :quit              leave (or Ctrl-D)""");
  }
}
