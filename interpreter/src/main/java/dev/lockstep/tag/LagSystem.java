package dev.lockstep.tag;

import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A lag system that takes the steps of a one-tape Turing machine: it reads two symbols, deletes
/// one and writes at most two.
///
/// The word is the tape behind an edge `#`, every cell with its side of the head: `<0` to the left,
/// `0>` to the right, `state(0)` under it. One turn of the word is one step of the machine. Left of
/// the head a cell is written anew as it leaves, knowing its right neighbour, so that a head can
/// move left into it; right of the head it is written as its left neighbour leaves, so that a head
/// can move right into it. The head writes two cells in one step, and the last cell, already
/// written, none.
public final class LagSystem {
  private static final String EDGE = "#";

  private final TuringProgram machine;
  private final TagProgram program;
  private final Map<String, Integer> lefts = new HashMap<>();
  private final Map<String, Integer> rights = new HashMap<>();
  private final Map<String, Head> heads = new HashMap<>();

  private record Head(String state, int symbol) {}

  /// Throws `IllegalArgumentException` where the machine has several tapes.
  public LagSystem(TuringProgram machine) {
    if (machine.tapes() > 1) {
      throw new IllegalArgumentException("a machine of " + machine.tapes() + " tapes");
    }
    this.machine = machine;
    for (int symbol : machine.symbols()) {
      lefts.put(left(symbol), symbol);
      rights.put(right(symbol), symbol);
      machine.states().forEach(state -> heads.put(head(state, symbol), new Head(state, symbol)));
    }
    this.program = compiled();
  }

  /// The lag system.
  public TagProgram program() {
    return program;
  }

  private static String left(int symbol) {
    return "<" + named(symbol);
  }

  private static String right(int symbol) {
    return named(symbol) + ">";
  }

  private static String head(String state, int symbol) {
    return state + "(" + named(symbol) + ")";
  }

  /// A symbol as part of a name: what cannot stand in a `.tag` file has its code point's number.
  private static String named(int symbol) {
    return Character.isLetterOrDigit(symbol) || "_+*=|$&".indexOf(symbol) >= 0
        ? Character.toString(symbol)
        : "U+%04X".formatted(symbol);
  }

  private TagProgram compiled() {
    List<TagRule> rules = new ArrayList<>();
    for (int a : machine.symbols()) {
      rules.add(rule(EDGE, left(a), EDGE));
      rules.add(rule(right(a), EDGE));
      for (int b : machine.symbols()) {
        rules.add(rule(left(a), left(b), left(a)));
        rules.add(rule(right(a), right(b), right(b)));
      }
    }
    machine.rules().forEach(rule -> add(rule, rules));
    List<String> halts = new ArrayList<>();
    machine
        .halts()
        .forEach(
            state -> {
              for (int symbol : machine.symbols()) {
                String over = head(state.name(), symbol);
                halts.add(over);
                rules.add(rule(EDGE, over, EDGE));
                machine.symbols().forEach(a -> rules.add(rule(left(a), over, left(a))));
              }
            });
    return new TagProgram(2, 1, halts, rules);
  }

  private void add(Rule rule, List<TagRule> rules) {
    String head = head(rule.from().name(), rule.read());
    String to = rule.to().name();
    int blank = machine.blank();
    boolean goesLeft = rule.move() == Move.L;
    rules.add(goesLeft ? rule(EDGE, head, EDGE, head(to, blank)) : rule(EDGE, head, EDGE));
    for (int a : machine.symbols()) {
      rules.add(rule(left(a), head, goesLeft ? head(to, a) : left(a)));
      rules.add(
          switch (rule.move()) {
            case L -> rule(head, right(a), right(rule.write()), right(a));
            case N -> rule(head, right(a), head(to, rule.write()), right(a));
            case R -> rule(head, right(a), left(rule.write()), head(to, a));
          });
    }
    rules.add(
        switch (rule.move()) {
          case L -> rule(head, EDGE, right(rule.write()));
          case N -> rule(head, EDGE, head(to, rule.write()));
          case R -> rule(head, EDGE, left(rule.write()), head(to, blank));
        });
  }

  private static TagRule rule(String first, String second, String... written) {
    return new TagRule(List.of(first, second), List.of(written));
  }

  /// The word that stands for a configuration.
  public List<String> encode(TuringConfiguration configuration) {
    Tape tape = configuration.tape();
    int[] symbols = tape.symbols();
    int head = Math.toIntExact(tape.head() - tape.first());
    List<String> word = new ArrayList<>(List.of(EDGE));
    for (int i = 0; i < symbols.length; i++) {
      word.add(
          i < head
              ? left(symbols[i])
              : i > head ? right(symbols[i]) : head(configuration.state(), symbols[i]));
    }
    return word;
  }

  /// Whether the word stands for a configuration: between two turns, and in the turn that halts.
  public boolean isWhole(List<String> word) {
    return word.getFirst().equals(EDGE) || program.halts().contains(word.getFirst());
  }

  /// The configuration that a whole word stands for, its head at coordinate 0.
  public TuringConfiguration decode(List<String> word) {
    int edge = word.indexOf(EDGE);
    List<String> turned = new ArrayList<>(word.subList(edge + 1, word.size()));
    turned.addAll(word.subList(0, edge));
    int[] symbols = new int[turned.size()];
    int head = 0;
    String state = "";
    for (int i = 0; i < symbols.length; i++) {
      String name = turned.get(i);
      if (heads.containsKey(name)) {
        head = i;
        state = heads.get(name).state();
        symbols[i] = heads.get(name).symbol();
      } else {
        symbols[i] = lefts.containsKey(name) ? lefts.get(name) : rights.get(name);
      }
    }
    return new TuringConfiguration(state, Tape.of(machine.blank(), symbols, -head, 0));
  }
}
