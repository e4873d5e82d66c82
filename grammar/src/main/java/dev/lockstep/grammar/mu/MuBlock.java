package dev.lockstep.grammar.mu;

import java.util.List;

/// Statements in braces; `end` is the closing brace.
public record MuBlock(List<MuStatement> statements, Place end) {
  public MuBlock {
    statements = List.copyOf(statements);
  }
}
