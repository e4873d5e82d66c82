package dev.lockstep.grammar;

/// What a token is to a reader: for colours in an editor, completion and formatting.
public enum TokenKind {
  KEYWORD,
  NAME,
  NUMBER,
  /// A text, character or symbol in quotes.
  TEXT,
  /// An operator, a bracket, a separator.
  SIGN,
  COMMENT,
  LINE_BREAK
}
