package dev.lockstep.grammar.format;

import dev.lockstep.grammar.Lexeme;
import java.util.List;

/// The tokens of one line, comments aside.
public record Line(List<Lexeme> tokens) {
  public Line {
    tokens = List.copyOf(tokens);
  }

  public Lexeme get(int index) {
    return tokens.get(index);
  }

  public String text(int index) {
    return tokens.get(index).text();
  }

  public int size() {
    return tokens.size();
  }
}
