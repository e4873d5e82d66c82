package dev.lockstep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/// The commands in the help of `lockstep`, by what one does with them; those that no chapter names
/// come last.
final class CommandList implements IHelpSectionRenderer {
  private static final int WIDTH = 100;

  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter(
              "Write programs",
              List.of(
                  "languages",
                  "new-language",
                  "check",
                  "explain",
                  "fmt",
                  "test",
                  "repl",
                  "compile",
                  "generate",
                  "sample",
                  "fuzz")),
          new Chapter(
              "Run them and look", List.of("run", "test", "trace", "debug", "replay", "diff")),
          new Chapter(
              "Networks that execute them",
              List.of(
                  "learn", "exec", "verify", "certify", "check-certificate", "inspect", "doctor")),
          new Chapter("The whole way", List.of("demo", "seeds", "gallery", "bench")));

  private record Chapter(String title, List<String> commands) {}

  @Override
  public String render(Help help) {
    Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
    StringBuilder out = new StringBuilder();
    int column = 4 + left.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Chapter chapter : CHAPTERS) {
      List<String> there = chapter.commands().stream().filter(left::containsKey).toList();
      if (!there.isEmpty()) {
        out.append('\n').append(chapter.title()).append(":\n");
        there.forEach(name -> line(out, name, left.remove(name), column));
      }
    }
    if (!left.isEmpty()) {
      out.append("\nMore:\n");
      left.forEach((name, command) -> line(out, name, command, column));
    }
    return out.toString();
  }

  /// The name, and the first sentence of what the command does.
  private static void line(StringBuilder out, String name, Help command, int column) {
    String[] description = command.commandSpec().usageMessage().description();
    String first = description.length == 0 ? "" : description[0];
    String sentence = first.replaceFirst("(?<=[.]) [A-Z].*", "");
    List<String> lines = wrapped(sentence, WIDTH - column);
    for (int i = 0; i < lines.size(); i++) {
      String label = i == 0 ? "  " + name : "";
      out.append(label)
          .append(" ".repeat(column - label.length()))
          .append(lines.get(i))
          .append('\n');
    }
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
