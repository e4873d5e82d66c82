package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/// ANTLR's syntax errors in the project's words: `expected X, found Y`.
final class SyntaxMessages {
  private static final int MOST_NAMED = 6;

  /// Long enough to be told from a variable's name.
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

  private SyntaxMessages() {}

  static Diagnostic of(
      Parser parser,
      Token found,
      RecognitionException e,
      Optional<String> named,
      Function<Token, Span> spans) {
    List<String> names = expected(parser, e);
    String what = named.orElse(names.isEmpty() ? "something else" : list(names));
    Diagnostic error =
        Diagnostic.error(
            SyntaxProblem.UNEXPECTED,
            spans.apply(found),
            "expected " + what + ", found " + name(found));
    return misspelt(parser, found)
        .map(word -> error.withHint("Did you mean `" + word + "`?"))
        .orElse(error);
  }

  /// The keyword that the word before `found`, on its line, was probably meant to be.
  private static Optional<String> misspelt(Parser parser, Token found) {
    if (found.getTokenIndex() < 1) {
      return Optional.empty();
    }
    Token before = parser.getTokenStream().get(found.getTokenIndex() - 1);
    Set<String> keywords = keywords(parser.getVocabulary());
    boolean name =
        before.getLine() == found.getLine()
            && WORD.matcher(before.getText()).matches()
            && !keywords.contains(before.getText());
    return name ? Nearest.to(before.getText(), keywords) : Optional.empty();
  }

  private static Set<String> keywords(Vocabulary vocabulary) {
    Set<String> keywords = new HashSet<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      String literal = vocabulary.getLiteralName(type);
      if (literal != null && WORD.matcher(literal.substring(1, literal.length() - 1)).matches()) {
        keywords.add(literal.substring(1, literal.length() - 1));
      }
    }
    return keywords;
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
