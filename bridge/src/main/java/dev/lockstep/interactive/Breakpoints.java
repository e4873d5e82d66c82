package dev.lockstep.interactive;

import dev.lockstep.grammar.Source;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The lines of a program that its runs stop at, set and deleted by commands.
final class Breakpoints {
  private final Source source;
  private final SortedSet<Breakpoint> lines = new TreeSet<>();

  Breakpoints(Source source) {
    this.source = source;
  }

  SortedSet<Breakpoint> lines() {
    return Collections.unmodifiableSortedSet(lines);
  }

  /// Sets a breakpoint, or lists all where `line` is empty; answers what to say. Throws
  /// `WrongCommand` where there is no such line.
  String set(String line) {
    if (line.isEmpty()) {
      return lines.isEmpty()
          ? "no breakpoints"
          : lines.stream()
              .map(it -> it.words(source))
              .collect(Collectors.joining(", ", "breakpoints: ", ""));
    }
    Breakpoint breakpoint = breakpoint(line);
    Source file = breakpoint.in(source);
    if (breakpoint.line() < 1 || breakpoint.line() > file.lines()) {
      String whole = source.parts() == 0 ? "the program" : file.name();
      throw new WrongCommand(
          "no line " + breakpoint.line() + ": " + whole + " has " + file.lines());
    }
    lines.add(breakpoint);
    return breakpoint.words(source) + ": " + file.lineText(breakpoint.line()).strip();
  }

  /// Deletes a breakpoint; answers what to say. Throws `WrongCommand` where `line` is none.
  String delete(String line) {
    Breakpoint breakpoint = breakpoint(line);
    return lines.remove(breakpoint)
        ? "deleted"
        : "no breakpoint in line " + breakpoint.words(source);
  }

  private Breakpoint breakpoint(String line) {
    return Breakpoint.of(line, source)
        .orElseThrow(
            () ->
                new WrongCommand(
                    line.contains(":")
                        ? "expected a line of a file of the program, found `" + line + "`"
                        : "expected a number" + (line.isEmpty() ? "" : ", found `" + line + "`")));
  }
}
