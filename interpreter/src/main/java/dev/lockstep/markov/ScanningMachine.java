package dev.lockstep.markov;

import dev.lockstep.grammar.Glyphs;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;

/// A Markov algorithm as a one-tape Turing machine, whose head finds by scanning what a rewriting
/// step finds at once: every step looks at one cell, so that it can be learned and certified.
///
/// For each rule in turn the head scans the string from the left for the left side, and goes back
/// to try the next rule where it does not occur. Where it does, the right side is written over it
/// from the right to the left. A shorter one leaves holes, which the cells to their left move up to
/// fill, one hole a pass; of a longer one the first symbols are put in one by one, and the cells to
/// the left make room. Then all begins again, in the state `again`: whenever a run enters it, the
/// tape holds the string after one more rewriting step.
public final class ScanningMachine {
  /// The state in which the string is whole again.
  public static final String AGAIN = "again";

  private static final String DONE = "done";

  private final List<MarkovRule> rules;
  private final List<Integer> symbols;
  private final List<Rule> written = new ArrayList<>();
  private final Set<String> made = new LinkedHashSet<>(); // states of passes that have their rules
  private final int blank;
  private final int hole;
  private final List<Integer> marks; // a circled letter for each symbol

  private ScanningMachine(MarkovProgram program) {
    this.rules = program.rules();
    this.symbols = List.copyOf(program.symbols());
    this.blank = Glyphs.unused('_', symbols).next();
    this.hole = Glyphs.unused('\u25A1', symbols).next();
    PrimitiveIterator.OfInt circled = Glyphs.unused('\u24B6', symbols);
    this.marks = symbols.stream().map(_ -> circled.next()).toList();
  }

  /// The machine. Its input is a string of the symbols that rules mention, its output that of the
  /// Markov algorithm.
  public static TuringProgram of(MarkovProgram program) {
    return new ScanningMachine(program).machine();
  }

  private TuringProgram machine() {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).left().isEmpty()) {
        inFront(i);
      } else {
        search(i);
        replace(i);
      }
    }
    rewind(AGAIN, matched(0, 0));
    // behind a rule that always applies no run gets
    return new TuringProgram(blank, new State(matched(0, 0)), List.of(new State(DONE)), written)
        .reached();
  }

  private void add(String from, int read, int write, Move move, String to) {
    written.add(new Rule(from, read, write, move, to));
  }

  /// The state in which so many symbols of a rule's left side stand left of the head.
  private static String matched(int rule, int count) {
    return "rule" + (rule + 1) + "-" + count;
  }

  private static String next(MarkovRule rule) {
    return rule.last() ? DONE : AGAIN;
  }

  /// To the first symbol of the string, and on in `to`.
  private void rewind(String state, String to) {
    symbols.forEach(symbol -> add(state, symbol, symbol, Move.L, state));
    add(state, blank, blank, Move.R, to);
  }

  /// A rule with an empty left side: its right side is written in front.
  private void inFront(int index) {
    MarkovRule rule = rules.get(index);
    int[] right = rule.right().codePoints().toArray();
    String begin = matched(index, 0);
    String first = right.length == 0 ? next(rule) : "front" + (index + 1) + "-" + right.length;
    Move move = right.length == 0 ? Move.N : Move.L;
    symbols.forEach(symbol -> add(begin, symbol, symbol, move, first));
    add(begin, blank, blank, move, first);
    for (int i = right.length; i > 0; i--) {
      String to = i == 1 ? next(rule) : "front" + (index + 1) + "-" + (i - 1);
      add("front" + (index + 1) + "-" + i, blank, right[i - 1], i == 1 ? Move.N : Move.L, to);
    }
  }

  /// Scans for the left side as Knuth, Morris and Pratt do.
  private void search(int index) {
    int[] left = rules.get(index).left().codePoints().toArray();
    boolean lastRule = index + 1 == rules.size();
    String back = "back" + (index + 1);
    for (int count = 0; count < left.length; count++) {
      String state = matched(index, count);
      for (int symbol : symbols) {
        int after = longest(left, count, symbol);
        if (after == left.length) {
          write(index, state, after);
        } else {
          add(state, symbol, symbol, Move.R, matched(index, after));
        }
      }
      add(state, blank, blank, lastRule ? Move.N : Move.L, lastRule ? DONE : back);
    }
    if (!lastRule) {
      rewind(back, matched(index + 1, 0));
    }
  }

  /// How many symbols of `left` the last ones read are, after `count` of them and `symbol`.
  private static int longest(int[] left, int count, int symbol) {
    for (int length = count + 1; length > 0; length--) {
      boolean fits = left[length - 1] == symbol;
      for (int i = 0; fits && i < length - 1; i++) {
        fits = left[i] == left[count - length + 1 + i];
      }
      if (fits) {
        return length;
      }
    }
    return 0;
  }

  /// Writes the right side over the left one, from the right; `search` has begun.
  private void replace(int index) {
    int length = rules.get(index).left().codePointCount(0, rules.get(index).left().length());
    for (int i = length - 1; i > 0; i--) {
      write(index, "write" + (index + 1) + "-" + i, i);
    }
  }

  /// In `state`, on symbol `i` of the left side, counted from 1: writes what takes its place.
  private void write(int index, String state, int i) {
    MarkovRule rule = rules.get(index);
    int[] left = rule.left().codePoints().toArray();
    int[] right = rule.right().codePoints().toArray();
    int more = right.length - left.length;
    int at = i - 1 + more; // in the right side
    int write = at < 0 ? hole : i == 1 && more > 0 ? mark(right[at]) : right[at];
    String to = i > 1 ? "write" + (index + 1) + "-" + (i - 1) : filled(rule, right, more);
    add(state, left[i - 1], write, Move.L, to);
  }

  private String filled(MarkovRule rule, int[] right, int more) {
    if (more > 0) {
      return insertion(right[0], new String(right, 1, more - 1), rule.last());
    }
    return more < 0 ? closing(-more, rule.last()) : next(rule);
  }

  private static String named(String state, boolean last) {
    return last ? state + "-last" : state;
  }

  private static String end(boolean last) {
    return last ? DONE : AGAIN;
  }

  /// The state that goes to the first symbol, from where `holes` holes are closed.
  private String closing(int holes, boolean last) {
    String state = named("left" + holes, last);
    if (made.add(state)) {
      String pull = named("pull" + holes, last);
      add(state, hole, hole, Move.L, state);
      rewind(state, pull);
      add(pull, hole, blank, Move.R, holes == 1 ? end(last) : named("pull" + (holes - 1), last));
      String after = holes == 1 ? end(last) : closing(holes - 1, last);
      for (int carried : symbols) {
        String carry = carry(holes, carried, last);
        add(pull, carried, blank, Move.R, carry);
        symbols.forEach(found -> add(carry, found, carried, Move.R, carry(holes, found, last)));
        add(carry, hole, carried, Move.L, after);
      }
    }
    return state;
  }

  private String carry(int holes, int symbol, boolean last) {
    return named("carry" + holes + "-" + symbols.indexOf(symbol), last);
  }

  /// The state that puts `symbol`, and then each of `rest`, before the marked cell.
  private String insertion(int symbol, String rest, boolean last) {
    String state = named("put" + number(Character.toString(symbol) + rest), last);
    if (made.add(state)) {
      String to = marked(rest, last);
      symbols.forEach(found -> add(state, found, symbol, Move.L, insertion(found, rest, last)));
      add(state, blank, symbol, Move.R, to);
    }
    return state;
  }

  /// The state that goes back to the marked cell, to put in what is left or to take the mark away.
  private String marked(String rest, boolean last) {
    String state = named("mark" + number(rest), last);
    if (made.add(state)) {
      symbols.forEach(symbol -> add(state, symbol, symbol, Move.R, state));
      for (int symbol : symbols) {
        if (rest.isEmpty()) {
          add(state, mark(symbol), symbol, Move.L, end(last));
        } else {
          int first = rest.codePointAt(0);
          String others = rest.substring(Character.charCount(first));
          add(state, mark(symbol), mark(symbol), Move.L, insertion(first, others, last));
        }
      }
    }
    return state;
  }

  /// A name for a word: the numbers of its symbols.
  private String number(String word) {
    StringBuilder name = new StringBuilder();
    word.codePoints().forEach(symbol -> name.append('-').append(symbols.indexOf(symbol)));
    return name.toString();
  }

  private int mark(int symbol) {
    return marks.get(symbols.indexOf(symbol));
  }
}
