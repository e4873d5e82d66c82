package dev.lockstep.grammar;

/// One token as it stands in a source, comments and line breaks included.
public record Lexeme(TokenKind kind, String text, Span span) {
  public boolean is(TokenKind other) {
    return kind == other;
  }
}
