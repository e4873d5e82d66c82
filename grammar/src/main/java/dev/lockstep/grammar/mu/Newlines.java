package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/// A lexer without the line breaks that end no statement: those inside `( )` and `[ ]`, after a
/// binary operator, `=`, `..`, `,`, `->`, `=>` or `{`, and before `else`, `requires`, `ensures` or
/// `invariant`. The braces of a map or set are brackets like the others: those where a value or a
/// type is expected.
///
/// A line that begins with a word only statements begin with is a statement whatever was left open
/// before it, so that one mistake does not swallow the lines that follow.
final class Newlines implements TokenSource {
  private final TokenSource lexer;
  private final Deque<String> open = new ArrayDeque<>();
  private final Deque<Token> ahead = new ArrayDeque<>();
  private static final String TABLE = "{:"; // the open brace of a map or set

  private boolean continues = true;
  private boolean awaitsValue;

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
      case "{" -> open.push(awaitsValue ? TABLE : text);
      case "(", "[" -> open.push(text);
      case ")" -> close("(");
      case "]" -> close("[");
      case "}" -> closeBrace();
      default -> {} // no bracket
    }
    continues =
        switch (text) {
          case ",", "->", "=>", "{", "..", "=", "+=", "-=", "*=", "/=", "%=" -> true;
          default -> MuOperator.isOne(text);
        };
    awaitsValue = awaitsValue(text);
    return token;
  }

  /// Whether a value or a type follows this token, so that `{` begins a map or a set.
  private boolean awaitsValue(String text) {
    return switch (text) {
      case "{" -> !open.isEmpty() && open.getFirst().equals(TABLE);
      case "=>" -> false; // a block
      case "(", "[", "!", ":", "return", "print", "assert", "requires", "ensures", "invariant" ->
          true;
      case "if", "while", "match" -> true;
      default -> continues;
    };
  }

  private boolean inBrackets() {
    return !open.isEmpty() && !open.getFirst().equals("{");
  }

  private static boolean continuesLine(Token token) {
    return switch (token.getText()) {
      case "else", "requires", "ensures", "invariant" -> true;
      default -> false;
    };
  }

  /// `if` and `match` may have a value, where one is expected.
  private boolean beginsStatement(Token token) {
    return switch (token.getText()) {
      case "let", "var", "while", "for", "return", "assert", "print", "fn" -> true;
      case "if", "match" -> !awaitsValue;
      default -> false;
    };
  }

  private void close(String bracket) {
    if (!open.isEmpty() && open.getFirst().equals(bracket)) {
      open.pop();
    }
  }

  /// Closes a map or set that is open, with what was left open in it, or else the block.
  private void closeBrace() {
    for (String bracket : open) {
      if (bracket.equals("{")) {
        break;
      }
      if (bracket.equals(TABLE)) {
        while (!open.pop().equals(TABLE)) {}
        return;
      }
    }
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
