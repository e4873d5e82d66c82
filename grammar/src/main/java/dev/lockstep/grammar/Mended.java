package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.tree.ErrorNode;

/// What is left of a text with syntax errors, for languages that are read line by line.
public final class Mended {
  private Mended() {}

  /// A filter between lexer and parser that puts a line break, a token of type `newline`, before
  /// the first token.
  ///
  /// A grammar whose program is `(NEWLINE line)* EOF` then goes on with the next line after any
  /// error: ANTLR mends inside a repetition, but gives up where an error keeps it from beginning.
  public static UnaryOperator<TokenSource> lineBreakFirst(int newline) {
    return source -> {
      List<Token> tokens = new ArrayList<>();
      Token token = source.nextToken();
      CommonToken first = new CommonToken(token);
      first.setType(newline);
      first.setText("\n");
      first.setStartIndex(0);
      first.setStopIndex(-1);
      tokens.add(first);
      while (token.getType() != Token.EOF) {
        tokens.add(token);
        token = source.nextToken();
      }
      tokens.add(token);
      return new ListTokenSource(tokens, source.getSourceName());
    };
  }

  /// Whether the parser stands at the beginning of a line.
  public static boolean isAtLineStart(Parser parser, int newline) {
    int before = parser.getInputStream().LA(-1);
    return before == newline || before == 0 || before == Token.EOF;
  }

  /// The first error of each line: what follows it in its line is only its echo.
  public static List<Diagnostic> firstOfEachLine(List<Diagnostic> errors, Source source) {
    Set<Integer> lines = new HashSet<>();
    List<Diagnostic> first = new ArrayList<>();
    for (Diagnostic error : errors) {
      if (lines.add(source.line(error.span().start()))) {
        first.add(error);
      }
    }
    return first;
  }

  /// Whether ANTLR mended nothing in `context`: what it mended is not worth looking at.
  public static boolean isIntact(ParserRuleContext context) {
    return context.exception == null
        && (context.children == null
            || context.children.stream()
                .allMatch(
                    child ->
                        child instanceof ParserRuleContext inner
                            ? isIntact(inner)
                            : !(child instanceof ErrorNode)));
  }
}
