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
    Span first = places.putIfAbsent(keyword, line);
    if (first != null) {
      errors.add(
          Diagnostic.error(
              line,
              "second line `%s`, the first is line %d"
                  .formatted(keyword, source.line(first.start())),
              "Keep one of them."));
    } else if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST) {
      numbers.put(keyword, Integer.parseInt(text));
    } else {
      errors.add(
          Diagnostic.error(
              line,
              "expected a number from 1 to " + MOST + ", found `" + text + "`",
              "Write `" + keyword + " 2`; a rule has an arrow."));
    }
  }

  void halt(List<String> symbols, Span line) {
    for (String symbol : symbols) {
      if (halts.contains(symbol)) {
        errors.add(Diagnostic.error(line, "`" + symbol + "` halts already", "Name it once."));
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
      errors.add(Diagnostic.error(new Span(0, 0), "no rule", "Add a line such as `a -> b c`."));
    }
    int read = numbers.getOrDefault("read", 1);
    Map<List<String>, TagRule> known = new HashMap<>();
    Set<String> over = new HashSet<>(halts);
    for (TagRule rule : rules) {
      Span at = rule.place().span().orElseThrow();
      if (rule.left().size() != read) {
        errors.add(
            Diagnostic.error(
                at,
                "expected %d symbols before `->`, found %d".formatted(read, rule.left().size()),
                "Say `read " + rule.left().size() + "` if rules read so many."));
      } else if (over.contains(rule.left().getFirst())) {
        errors.add(
            Diagnostic.error(
                at,
                "a rule for `%s`, which halts".formatted(rule.left().getFirst()),
                "Leave the rule out."));
      }
      TagRule first = known.putIfAbsent(rule.left(), rule);
      if (first != null) {
        errors.add(
            Diagnostic.error(
                    at,
                    "second rule for `" + String.join(" ", rule.left()) + "`",
                    "Keep one of them.")
                .withNote(first.place().span().orElseThrow(), "the first is here"));
      }
    }
    return errors.isEmpty()
        ? Optional.of(new TagProgram(read, numbers.getOrDefault("delete", 1), halts, rules))
        : Optional.empty();
  }
}
