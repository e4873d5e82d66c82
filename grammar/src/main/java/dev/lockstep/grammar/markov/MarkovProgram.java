package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Place;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/// Ordered rules on strings.
public record MarkovProgram(List<MarkovRule> rules) {
  public MarkovProgram {
    rules = List.copyOf(rules);
  }

  /// Replace the first `left` by `right`, and end the run if `last`.
  public record MarkovRule(String left, String right, boolean last, Place place) {
    public MarkovRule(String left, String right, boolean last) {
      this(left, right, last, Place.NOWHERE);
    }

    /// As in a file: `ab -> ba`, `x ->.`.
    @Override
    public String toString() {
      String before = left.isEmpty() ? "" : Words.written(left) + " ";
      return before + (last ? "->." : "->") + (right.isEmpty() ? "" : " " + Words.written(right));
    }
  }

  /// Every symbol that a rule mentions, as code points, in order.
  public SequencedSet<Integer> symbols() {
    TreeSet<Integer> symbols = new TreeSet<>();
    for (MarkovRule rule : rules) {
      (rule.left() + rule.right()).codePoints().forEach(symbols::add);
    }
    return symbols;
  }
}
