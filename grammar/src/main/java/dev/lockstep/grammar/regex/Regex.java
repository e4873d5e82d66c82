package dev.lockstep.grammar.regex;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A regular expression. Symbols are code points.
public sealed interface Regex {
  record Symbol(int codePoint) implements Regex {}

  /// One of some symbols, in order of code points.
  record OneOf(List<Integer> codePoints) implements Regex {
    public OneOf {
      codePoints = List.copyOf(codePoints);
    }
  }

  /// Any symbol that the whole expression mentions.
  record Any() implements Regex {}

  /// One after the other; none of them matches the empty word.
  record Sequence(List<Regex> parts) implements Regex {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  record Choice(List<Regex> options) implements Regex {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// `*`, `+` or `?` behind an expression.
  record Repetition(Regex part, Times times) implements Regex {}

  /// How often a part is repeated.
  enum Times {
    ANY("*"),
    SOME("+"),
    OPTIONAL("?");

    private final String sign;

    Times(String sign) {
      this.sign = sign;
    }

    static Times of(String sign) {
      return switch (sign) {
        case "*" -> ANY;
        case "+" -> SOME;
        default -> OPTIONAL;
      };
    }
  }

  /// Every symbol that the expression mentions, in order of code points.
  default SortedSet<Integer> symbols() {
    SortedSet<Integer> symbols = new TreeSet<>();
    switch (this) {
      case Symbol(int codePoint) -> symbols.add(codePoint);
      case OneOf(List<Integer> codePoints) -> symbols.addAll(codePoints);
      case Any() -> {}
      case Sequence(List<Regex> parts) -> parts.forEach(it -> symbols.addAll(it.symbols()));
      case Choice(List<Regex> options) -> options.forEach(it -> symbols.addAll(it.symbols()));
      case Repetition(Regex part, _) -> symbols.addAll(part.symbols());
    }
    return symbols;
  }

  /// As in a file, with parentheses only where they are needed.
  default String print() {
    return switch (this) {
      case Symbol(int codePoint) -> Characters.written(codePoint);
      case OneOf(List<Integer> codePoints) ->
          codePoints.stream().map(Character::toString).collect(Collectors.joining("", "[", "]"));
      case Any() -> ".";
      case Sequence(List<Regex> parts) ->
          parts.stream()
              .map(it -> it instanceof Choice || it instanceof Sequence ? grouped(it) : it.print())
              .collect(Collectors.joining());
      case Choice(List<Regex> options) ->
          options.stream()
              .map(it -> it instanceof Choice ? grouped(it) : it.print())
              .collect(Collectors.joining("|"));
      case Repetition(Regex part, Times times) ->
          (part instanceof Choice || part instanceof Sequence ? grouped(part) : part.print())
              + times.sign;
    };
  }

  private static String grouped(Regex regex) {
    return "(" + regex.print() + ")";
  }
}
