package dev.lockstep.tag;

import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A bi-tag system on the tape of U(15,2), the universal machine of Neary and Woods ("Four small
/// universal Turing machines", Fundamenta Informaticae 91, 2009: definitions 2.2 and 3.1, tables 1
/// to 3). Their c is written 0 here, their b 1.
///
/// A bi-tag system is a normal system over letters a and markers e, of which a word holds one: `a
/// -> a` for every letter, `e a -> a' e'` or `e a -> a' a'' e'` for every marker but one that
/// halts. On the tape stand its rules, a mark, and the word; letter number i is a row of 8 i - 5
/// pairs, marker number j of 8 j times as many pairs as there are letters, so that a marker and the
/// letter behind it together count the rules down to their own. The word moves to the right as the
/// machine runs: whenever it comes into state A with nothing but an encoded word on its right, that
/// is the next word of the system.
public final class UniversalTape {
  private static final String PAIR = "01"; // a pair of the word's: cb
  private static final String END = "11"; // ends a letter: bb
  private static final String COUNT = "00"; // a pair of the rules': cc
  private static final String MARK = "0001".repeat(2); // cccb twice

  private final List<String> letters = new ArrayList<>(); // number 1 first
  private final List<String> markers = new ArrayList<>(); // the halting one last
  private final Map<List<String>, List<String>> rules = new HashMap<>();

  /// The tape and where the head stands on it.
  public record Start(String tape, int head) {}

  /// Throws `IllegalArgumentException` where `program` is no bi-tag system, and says why.
  public UniversalTape(TagProgram program) {
    require(program.normal(), "not a normal system: add a line `normal`");
    require(program.halts().size() == 1, "a bi-tag system has one halting symbol");
    program.rules().forEach(rule -> rules.put(rule.left(), rule.right()));
    for (TagRule rule : program.rules()) {
      if (rule.left().size() == 1) {
        require(rule.left().equals(rule.right()), "`" + rule + "` does not move its letter");
        letters.add(rule.left().getFirst());
      } else if (!markers.contains(rule.left().getFirst())) {
        markers.add(rule.left().getFirst());
      }
    }
    require(!letters.isEmpty() && !markers.isEmpty(), "no letter `a -> a`, or no rule `e a -> …`");
    markers.add(program.halts().getFirst());
    program.rules().forEach(this::requireForm);
    for (String marker : markers.subList(0, markers.size() - 1)) {
      for (String letter : letters) {
        require(
            rules.containsKey(List.of(marker, letter)),
            "no rule for `" + marker + " " + letter + "`");
      }
    }
  }

  private void requireForm(TagRule rule) {
    int left = rule.left().size();
    int right = rule.right().size();
    boolean active =
        left == 2
            && letters.contains(rule.left().getLast())
            && !letters.contains(rule.left().getFirst())
            && (right == 2 || right == 3)
            && letters.containsAll(rule.right().subList(0, right - 1))
            && markers.contains(rule.right().getLast());
    require(
        left == 1 || active, "`" + rule + "` is not of the form `e a -> a e` or `e a -> a a e`");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /// The tape that U(15,2) starts on to run the system on `word`. Throws `IllegalArgumentException`
  /// where the word has not one marker and a letter.
  public Start start(List<String> word) {
    long marked = word.stream().filter(markers::contains).count();
    require(
        marked == 1 && word.size() > 1 && word.stream().allMatch(this::isSymbol),
        "a word of a bi-tag system has letters and one marker, unlike `"
            + String.join(" ", word)
            + "`");
    String program = program();
    return new Start(program + "10" + encode(word), program.length() + 1);
  }

  private boolean isSymbol(String symbol) {
    return letters.contains(symbol) || markers.contains(symbol);
  }

  /// A word as it stands on the tape.
  public String encode(List<String> word) {
    StringBuilder out = new StringBuilder();
    for (String symbol : word) {
      out.append(PAIR.repeat(size(symbol)));
      if (!markers.contains(symbol) || isOver(symbol)) {
        out.append(END);
      }
    }
    return out.toString();
  }

  /// Pairs of a symbol.
  private int size(String symbol) {
    if (letters.contains(symbol)) {
      return 8 * (letters.indexOf(symbol) + 1) - 5;
    }
    int marker = 8 * (markers.indexOf(symbol) + 1) * letters.size();
    return isOver(symbol) ? marker + 3 : marker;
  }

  private boolean isOver(String symbol) {
    return symbol.equals(markers.getLast());
  }

  /// The rules: those of the last marker and the last letter first, then those that move a letter.
  private String program() {
    List<String> active = new ArrayList<>();
    for (String marker : markers.subList(0, markers.size() - 1).reversed()) {
      for (String letter : letters.reversed()) {
        active.add(active(rules.get(List.of(marker, letter))));
      }
    }
    List<String> passive =
        letters.reversed().stream()
            .map(letter -> PAIR.repeat(4) + MARK + COUNT.repeat(size(letter)))
            .toList();
    return "110001"
        + String.join(PAIR, active)
        + PAIR.repeat(2)
        + String.join(PAIR.repeat(2), passive)
        + PAIR.repeat(3);
  }

  /// What a rule appends, from its end on: how much of a prefix it has says how many symbols there
  /// are and whether the marker halts.
  private String active(List<String> appended) {
    String marker = appended.getLast();
    int shorter = appended.size() == 2 ? 2 : 0;
    StringBuilder out = new StringBuilder(PAIR.repeat((isOver(marker) ? 1 : 3) + shorter));
    out.append(isOver(marker) ? MARK : "").append(COUNT.repeat(size(marker)));
    for (String letter : appended.subList(0, appended.size() - 1).reversed()) {
      out.append(MARK).append(COUNT.repeat(size(letter)));
    }
    return out.toString();
  }
}
