package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/// ANTLR's syntax errors in the project's words: `expected X, found Y`.
final class SyntaxMessages {
  private static final int MOST_NAMED = 6;

  private SyntaxMessages() {}

  static Diagnostic of(
      Parser parser,
      Token found,
      RecognitionException e,
      Optional<String> named,
      Function<Token, Span> spans) {
    List<String> names = expected(parser, e);
    String what = named.orElse(names.isEmpty() ? "something else" : list(names));
    return Diagnostic.error(
        SyntaxProblem.UNEXPECTED,
        spans.apply(found),
        "expected " + what + ", found " + name(found));
  }

  private static List<String> expected(Parser parser, RecognitionException e) {
    IntervalSet tokens;
    try {
      tokens = e == null ? parser.getExpectedTokens() : e.getExpectedTokens();
    } catch (IllegalArgumentException _) {
      return List.of(); // ANTLR lost its state while mending an earlier error
    }
    List<String> names = new ArrayList<>();
    if (tokens != null) {
      for (int type : tokens.toList()) {
        names.add(name(type, parser.getVocabulary()));
      }
    }
    return names;
  }

  private static String list(List<String> names) {
    if (names.size() > MOST_NAMED) {
      return String.join(", ", names.subList(0, MOST_NAMED)) + " …";
    }
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }

  private static String name(int type, Vocabulary vocabulary) {
    if (type == Token.EOF) {
      return "the end of the file";
    }
    String literal = vocabulary.getLiteralName(type);
    return literal != null
        ? "`" + literal.substring(1, literal.length() - 1) + "`"
        : words(vocabulary.getSymbolicName(type));
  }

  private static String words(String symbolic) {
    String lower = symbolic.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return switch (lower) {
      case "newline" -> "a line break";
      default -> (lower.matches("[aeiou].*") ? "an " : "a ") + lower;
    };
  }

  private static String name(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    String text = token.getText();
    return text.isBlank() && !text.isEmpty() && text.contains("\n")
        ? "a line break"
        : "`" + text + "`";
  }
}
