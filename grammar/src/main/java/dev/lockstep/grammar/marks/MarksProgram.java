package dev.lockstep.grammar.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A program as written: labels and instructions, the first of which a run begins with; it is over
/// behind the last.
///
/// @param lines without those that say nothing
public record MarksProgram(List<Line> lines) {
  public MarksProgram {
    lines = List.copyOf(lines);
  }

  /// Labels, and the instruction behind them unless they stand on a line of their own.
  public record Line(List<Name> labels, Optional<Instruction> instruction) {
    public Line {
      labels = List.copyOf(labels);
    }
  }

  public List<Instruction> instructions() {
    return lines.stream().flatMap(line -> line.instruction().stream()).toList();
  }

  /// The number of the instruction that each label stands before; the number of them all for what
  /// stands at the end.
  public Map<String, Integer> targets() {
    Map<String, Integer> targets = new TreeMap<>();
    int next = 0;
    for (Line line : lines) {
      for (Name label : line.labels()) {
        targets.putIfAbsent(label.text(), next);
      }
      next += line.instruction().isPresent() ? 1 : 0;
    }
    return targets;
  }

  /// As in a file; reading it gives an equal program.
  public String print() {
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      List<String> words = new ArrayList<>();
      line.labels().forEach(label -> words.add(label.text() + ":"));
      line.instruction().ifPresent(it -> words.add(it.print()));
      out.append(line.labels().isEmpty() ? "  " : "").append(String.join(" ", words)).append('\n');
    }
    return out.toString();
  }
}
