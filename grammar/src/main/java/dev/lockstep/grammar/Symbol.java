package dev.lockstep.grammar;

/// Something that a program declares: for completion, outlines and jumps to a declaration.
///
/// @param detail what is to be said about it beside its name, such as a type
/// @param span of its name where it is declared
/// @param container what it belongs to, such as a function; empty for the program
public record Symbol(String name, Kind kind, String detail, Span span, String container) {
  public enum Kind {
    FUNCTION,
    PARAMETER,
    VARIABLE,
    STATE,
    LABEL,
    TYPE
  }

  /// One line for people.
  public String describe() {
    String where = container.isEmpty() ? "" : " (in " + container + ")";
    return name + (detail.isEmpty() ? "" : ": " + detail) + where;
  }
}
