package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;

/// The words of a language: cuts sources into classified tokens and knows the keywords.
///
/// A token that the grammar writes in letters is a keyword, one that it writes in other characters
/// a sign; `kinds` says what the others are, by their names in the grammar. What the lexer skips is
/// blank or a comment.
public final class Lexicon {
  private final Function<CharStream, ? extends Lexer> lexer;
  private final Map<String, TokenKind> kinds;

  /// @param kinds by the name of the token in the grammar, such as `STRING`; `NAME`, `NUMBER` and
  ///   `NEWLINE` are known, and what is not named is a sign
  public Lexicon(Function<CharStream, ? extends Lexer> lexer, Map<String, TokenKind> kinds) {
    this.lexer = lexer;
    this.kinds = Map.copyOf(kinds);
  }

  /// Every keyword, in the order of the grammar.
  public List<String> keywords() {
    Vocabulary vocabulary = lexer.apply(CharStreams.fromString("")).getVocabulary();
    List<String> words = new ArrayList<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      literal(vocabulary, type).filter(Lexicon::isWord).ifPresent(words::add);
    }
    return words;
  }

  /// The tokens of `source` in order, with comments and line breaks. Throws `SourceErrors` where a
  /// character begins no token.
  public List<Lexeme> lexemes(Source source) {
    Lexer made = lexer.apply(CharStreams.fromString(source.text(), source.name()));
    Parsing.Spans spans = new Parsing.Spans(source);
    List<Diagnostic> strays = new ArrayList<>();
    Parsing.listen(made, source, strays);
    List<Lexeme> all = new ArrayList<>();
    int end = 0;
    for (Token token = made.nextToken(); token.getType() != Token.EOF; token = made.nextToken()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        Span span = spans.of(token);
        new Gap(source, all).read(end, span.start());
        all.add(new Lexeme(kind(made.getVocabulary(), token), source.textOf(span), span));
        end = span.end();
      }
    }
    if (!strays.isEmpty()) {
      throw new SourceErrors(source, strays);
    }
    new Gap(source, all).read(end, source.text().length());
    return all;
  }

  private TokenKind kind(Vocabulary vocabulary, Token token) {
    Optional<String> literal = literal(vocabulary, token.getType());
    if (literal.isPresent()) {
      return isWord(literal.get()) ? TokenKind.KEYWORD : TokenKind.SIGN;
    }
    String name = vocabulary.getSymbolicName(token.getType());
    return switch (name) {
      case "NAME" -> TokenKind.NAME;
      case "NUMBER" -> TokenKind.NUMBER;
      case "NEWLINE" -> TokenKind.LINE_BREAK;
      default -> kinds.getOrDefault(name, TokenKind.SIGN);
    };
  }

  private static Optional<String> literal(Vocabulary vocabulary, int type) {
    return Optional.ofNullable(vocabulary.getLiteralName(type))
        .map(quoted -> quoted.substring(1, quoted.length() - 1));
  }

  private static boolean isWord(String literal) {
    return literal.chars().allMatch(Character::isLetter);
  }

  /// What the lexer skipped between two tokens: blanks, line breaks and comments.
  private record Gap(Source source, List<Lexeme> all) {
    void read(int from, int to) {
      int at = from;
      while (at < to) {
        int point = source.text().codePointAt(at);
        if (point == '\n') {
          add(TokenKind.LINE_BREAK, at, at + 1);
          at++;
        } else if (isBlank(point)) {
          at += Character.charCount(point);
        } else {
          int end = Math.min(to, commentEnd(at));
          add(
              TokenKind.COMMENT,
              at,
              at + source.text().substring(at, end).stripTrailing().length());
          at = end;
        }
      }
    }

    private int commentEnd(int at) {
      String text = source.text();
      String close = text.startsWith("/*", at) ? "*/" : "\n";
      int found = text.indexOf(close, at);
      return found < 0 ? text.length() : close.equals("\n") ? found : found + close.length();
    }

    private void add(TokenKind kind, int from, int to) {
      Span span = new Span(from, to);
      all.add(new Lexeme(kind, source.textOf(span), span));
    }

    private static boolean isBlank(int point) {
      return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0xFEFF;
    }
  }
}
