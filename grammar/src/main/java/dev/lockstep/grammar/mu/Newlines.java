package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/// A lexer without the line breaks that end no statement: those inside `( )` and `[ ]`, after a
/// binary operator, `..`, `,`, `->` or `{`, and before `else` or `requires`.
///
/// A line that begins with a word only statements begin with is a statement whatever was left open
/// before it, so that one mistake does not swallow the lines that follow.
final class Newlines implements TokenSource {
  private final TokenSource lexer;
  private final Deque<String> open = new ArrayDeque<>();
  private final Deque<Token> ahead = new ArrayDeque<>();
  private boolean continues = true;

  Newlines(TokenSource lexer) {
    this.lexer = lexer;
  }

  @Override
  public Token nextToken() {
    Token token = ahead.isEmpty() ? lexer.nextToken() : ahead.pop();
    if (token.getType() != MuLexer.NEWLINE) {
      return note(token);
    }
    Token next = lexer.nextToken();
    while (next.getType() == MuLexer.NEWLINE) {
      next = lexer.nextToken();
    }
    if (beginsStatement(next)) {
      closeBrackets();
    } else if (continues || inBrackets() || continuesLine(next)) {
      return note(next);
    }
    ahead.push(next);
    return token;
  }

  private Token note(Token token) {
    String text = token.getText();
    switch (text) {
      case "(", "[", "{" -> open.push(text);
      case ")" -> close("(");
      case "]" -> close("[");
      case "}" -> closeBlock();
      default -> {} // no bracket
    }
    continues =
        switch (text) {
          case ",", "->", "{", ".." -> true;
          default -> MuOperator.isOne(text);
        };
    return token;
  }

  private boolean inBrackets() {
    return !open.isEmpty() && !open.getFirst().equals("{");
  }

  private static boolean continuesLine(Token token) {
    return token.getText().equals("else") || token.getText().equals("requires");
  }

  private static boolean beginsStatement(Token token) {
    return switch (token.getText()) {
      case "let", "var", "if", "while", "for", "return", "assert", "print", "fn" -> true;
      default -> false;
    };
  }

  private void close(String bracket) {
    if (!open.isEmpty() && open.getFirst().equals(bracket)) {
      open.pop();
    }
  }

  private void closeBlock() {
    closeBrackets();
    if (!open.isEmpty()) {
      open.pop();
    }
  }

  /// Forgets brackets left open since the block began.
  private void closeBrackets() {
    while (inBrackets()) {
      open.pop();
    }
  }

  @Override
  public int getLine() {
    return lexer.getLine();
  }

  @Override
  public int getCharPositionInLine() {
    return lexer.getCharPositionInLine();
  }

  @Override
  public CharStream getInputStream() {
    return lexer.getInputStream();
  }

  @Override
  public String getSourceName() {
    return lexer.getSourceName();
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    lexer.setTokenFactory(factory);
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return lexer.getTokenFactory();
  }
}
