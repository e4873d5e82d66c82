package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A program while its statements come in, and what is wrong with them.
final class TagDraft {
  private static final int MOST = 1000; // symbols read or deleted

  private final Source source;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Span> places = new HashMap<>();
  private final List<String> halts = new ArrayList<>();
  private final List<TagRule> rules = new ArrayList<>();

  TagDraft(Source source) {
    this.source = source;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  void number(String keyword, String text, Span line) {
    if (once(keyword, line)) {
      if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST) {
        numbers.put(keyword, Integer.parseInt(text));
      } else {
        errors.add(
            Diagnostic.error(
                TagProblem.NUMBER,
                line,
                "expected a number from 1 to " + MOST + ", found `" + text + "`",
                "Write `" + keyword + " 2`; a rule has an arrow."));
      }
    }
  }

  void normal(Span line) {
    var _ = once("normal", line);
  }

  /// Whether this is the first line of its kind.
  private boolean once(String keyword, Span line) {
    Span first = places.putIfAbsent(keyword, line);
    if (first != null) {
      errors.add(
          Diagnostic.error(
              TagProblem.SECOND_DECLARATION,
              line,
              "second line `%s`, the first is line %d"
                  .formatted(keyword, source.line(first.start())),
              "Keep one of them."));
    }
    return first == null;
  }

  void halt(List<String> symbols, Span line) {
    for (String symbol : symbols) {
      if (halts.contains(symbol)) {
        errors.add(
            Diagnostic.error(
                TagProblem.SECOND_DECLARATION,
                line,
                "`" + symbol + "` halts already",
                "Name it once."));
      } else {
        halts.add(symbol);
      }
    }
  }

  void rule(List<String> left, List<String> right, Span line) {
    rules.add(new TagRule(left, right, Place.of(line)));
  }

  /// The program; empty where something is wrong with it.
  Optional<TagProgram> program() {
    if (rules.isEmpty()) {
      error(TagProblem.NO_RULE, new Span(0, 0), "no rule", "Add a line such as `a -> b c`.");
    }
    boolean normal = places.containsKey("normal");
    for (String keyword : List.of("read", "delete")) {
      if (normal && places.containsKey(keyword)) {
        error(
            TagProblem.SECOND_DECLARATION,
            places.get(keyword),
            "`" + keyword + "` in a normal system, whose rules delete what they read",
            "Leave the line out, or the line `normal`.");
      }
    }
    int read = numbers.getOrDefault("read", 1);
    Set<String> over = new HashSet<>(halts);
    Map<List<String>, TagRule> known = new HashMap<>();
    for (TagRule rule : rules) {
      left(rule, normal ? rule.left().size() : read, over);
      TagRule first = known.putIfAbsent(rule.left(), rule);
      if (first != null) {
        second(TagProblem.SECOND_RULE, "second rule for", rule, first);
      }
    }
    if (normal) {
      rules.forEach(rule -> overlap(rule, known));
    }
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        normal
            ? TagProgram.normal(halts, rules)
            : new TagProgram(read, numbers.getOrDefault("delete", 1), halts, rules));
  }

  private void left(TagRule rule, int read, Set<String> over) {
    Span at = rule.place().spanOrStart();
    if (rule.left().size() != read) {
      error(
          TagProblem.LEFT_SIDE,
          at,
          "expected %d symbols before `->`, found %d".formatted(read, rule.left().size()),
          "Say `read " + rule.left().size() + "` if rules read so many.");
    } else if (over.contains(rule.left().getFirst())) {
      error(
          TagProblem.RULE_OF_HALT_SYMBOL,
          at,
          "a rule for `%s`, which halts".formatted(rule.left().getFirst()),
          "Leave the rule out.");
    }
  }

  /// Of a normal system, a rule whose left side begins with that of another.
  private void overlap(TagRule rule, Map<List<String>, TagRule> known) {
    for (int length = 1; length < rule.left().size(); length++) {
      TagRule shorter = known.get(rule.left().subList(0, length));
      if (shorter != null) {
        second(TagProblem.OVERLAP, "two rules fit", rule, shorter);
      }
    }
  }

  private void second(TagProblem problem, String what, TagRule rule, TagRule first) {
    errors.add(
        Diagnostic.error(
                problem,
                rule.place().spanOrStart(),
                what + " `" + String.join(" ", rule.left()) + "`",
                "Keep one of them.")
            .withNote(first.place().spanOrStart(), "the first is here"));
  }

  private void error(TagProblem problem, Span at, String message, String hint) {
    errors.add(Diagnostic.error(problem, at, message, hint));
  }
}
