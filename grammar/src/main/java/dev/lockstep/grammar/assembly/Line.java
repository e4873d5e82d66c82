package dev.lockstep.grammar.assembly;

import java.util.List;

/// A line that says something: labels, and what they name.
public record Line(List<Label> labels, Item item) {
  public Line {
    labels = List.copyOf(labels);
  }
}
