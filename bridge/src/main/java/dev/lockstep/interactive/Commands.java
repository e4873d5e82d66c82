package dev.lockstep.interactive;

import dev.lockstep.grammar.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// What there is to command, by the words that lines begin with; words may be shortened.
final class Commands {
  private final SequencedMap<String, Command> commands = new LinkedHashMap<>();

  /// What a word does; it is given the rest of the line.
  private record Command(String form, String help, Consumer<String> action) {}

  /// @param form the word, and what may follow it
  void add(String form, String help, Consumer<String> action) {
    commands.put(form.split(" ", 2)[0], new Command(form, help, action));
  }

  List<String> words() {
    return List.copyOf(commands.keySet());
  }

  /// Does what `word` is or, the first of several, begins; answers the whole word. Throws
  /// `WrongCommand` where there is none.
  String take(String word, String rest) {
    String name =
        commands.keySet().stream()
            .filter(it -> it.startsWith(word))
            .findFirst()
            .orElseThrow(() -> unknown(word));
    commands.get(name).action().accept(rest);
    return name;
  }

  private WrongCommand unknown(String word) {
    String hint =
        Nearest.to(word, commands.keySet())
            .map(it -> "Did you mean `" + it + "`?")
            .orElse("`help` lists the commands.");
    return new WrongCommand("unknown command `" + word + "`. " + hint);
  }

  /// A line for each command.
  List<String> help() {
    return commands.values().stream()
        .map(it -> String.format(Locale.ROOT, "  %-14s %s", it.form(), it.help()))
        .toList();
  }
}
