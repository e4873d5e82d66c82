package dev.lockstep.grammar.brainfuck;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a Brainfuck program; `explanations.md` explains it.
public enum BrainfuckProblem implements Problem {
  BRACKET;

  @Override
  public String language() {
    return "brainfuck";
  }
}
