package dev.lockstep.grammar.brainfuck;

import java.util.List;

/// A program as written, without what is comment.
public record BrainfuckProgram(List<Step> steps) {
  private static final int WIDTH = 80;

  public BrainfuckProgram {
    steps = List.copyOf(steps);
  }

  /// The signs, 80 a line; reading them gives an equal program.
  public String print() {
    StringBuilder signs = new StringBuilder();
    print(steps, signs);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < signs.length(); i += WIDTH) {
      out.append(signs, i, Math.min(signs.length(), i + WIDTH)).append('\n');
    }
    return out.isEmpty() ? "\n" : out.toString();
  }

  private static void print(List<Step> steps, StringBuilder out) {
    for (Step step : steps) {
      switch (step) {
        case Step.Sign(char sign, _) -> out.append(sign);
        case Step.Loop(List<Step> body, _) -> {
          out.append('[');
          print(body, out);
          out.append(']');
        }
      }
    }
  }
}
