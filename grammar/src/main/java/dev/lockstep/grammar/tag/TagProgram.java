package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Place;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/// A system of rules on the front of a word: a tag system (Post) reads one symbol and deletes
/// several, a lag system (Wang) reads several and deletes one, and in a normal system (Post) each
/// rule deletes what it reads.
///
/// @param read how many symbols choose the rule, from 1; in a normal system the most of them
/// @param delete how many symbols leave the front in a step, from 1; in a normal system the most
/// @param normal whether a rule deletes what it reads, as much as that may be
/// @param halts symbols that end the run when they stand first
/// @param rules in the order of the file; no left side begins with another
public record TagProgram(
    int read, int delete, boolean normal, List<String> halts, List<TagRule> rules) {
  public TagProgram {
    halts = List.copyOf(halts);
    rules = List.copyOf(rules);
  }

  /// A tag or lag system.
  public TagProgram(int read, int delete, List<String> halts, List<TagRule> rules) {
    this(read, delete, false, halts, rules);
  }

  /// A normal system.
  public static TagProgram normal(List<String> halts, List<TagRule> rules) {
    int most = rules.stream().mapToInt(rule -> rule.left().size()).max().orElse(1);
    return new TagProgram(most, most, true, halts, rules);
  }

  /// In front of `read` symbols `left`, write `right` at the end.
  public record TagRule(List<String> left, List<String> right, Place place) {
    public TagRule {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }

    public TagRule(List<String> left, List<String> right) {
      this(left, right, Place.NOWHERE);
    }

    /// As in a file: `a b -> c`.
    @Override
    public String toString() {
      String end = right.isEmpty() ? "" : " " + String.join(" ", right);
      return String.join(" ", left) + " ->" + end;
    }
  }

  /// Every symbol of a rule, and those that halt, in order.
  public SequencedSet<String> symbols() {
    TreeSet<String> symbols = new TreeSet<>(halts);
    for (TagRule rule : rules) {
      symbols.addAll(rule.left());
      symbols.addAll(rule.right());
    }
    return symbols;
  }
}
