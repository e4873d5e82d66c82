package dev.lockstep.grammar.assembly;

import java.util.List;

/// An assembler program as written.
///
/// @param word the width of memory cells and registers (`.width`)
/// @param text whether input and output are texts instead of numbers (`.io text`)
/// @param lines without those that say nothing
public record AssemblyProgram(Word word, boolean text, List<Line> lines) {
  public AssemblyProgram {
    lines = List.copyOf(lines);
  }
}
