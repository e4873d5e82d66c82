package dev.lockstep.execute;

import dev.lockstep.machine.Fault;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Small Turing machines over the symbols `_01`, written by hand for tests: state `H` halts, a
/// missing rule fails.
///
/// @param rules from a state and the symbol read, as in `a1`, to the symbol written, the move and
///   the next state, as in `0Ra`
public record Toy(String states, Map<String, String> rules)
    implements Machine<Toy.Tape, Toy.Write>, Layout<Toy.Tape, Toy.Write> {
  private static final String SYMBOLS = "_01";

  /// Adds one: `a` goes right to the end, `b` carries.
  public static final Toy INCREMENT =
      new Toy(
          "abH",
          Map.of("a0", "0Ra", "a1", "1Ra", "a_", "_Lb", "b1", "0Lb", "b0", "1LH", "b_", "1LH"));

  /// Where the tape is not blank, by coordinate; the head's coordinate and state.
  public record Tape(SortedMap<Long, Character> marks, long head, char state) {
    public Tape {
      marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }
  }

  public record Write(char symbol, int move, char state) {}

  /// The same machine with another rule at `key`.
  public Toy with(String key, String rule) {
    Map<String, String> changed = new HashMap<>(rules);
    changed.put(key, rule);
    return new Toy(states, Map.copyOf(changed));
  }

  /// The same machine without the rule at `key`.
  public Toy without(String key) {
    Map<String, String> changed = new HashMap<>(rules);
    changed.remove(key);
    return new Toy(states, Map.copyOf(changed));
  }

  @Override
  public Tape start(Value input) {
    if (!(input instanceof Value.Text(String text)) || !text.matches("[01]*")) {
      throw new InputError("expected a text of 0 and 1");
    }
    SortedMap<Long, Character> marks = new TreeMap<>();
    for (int i = 0; i < text.length(); i++) {
      marks.put((long) i, text.charAt(i));
    }
    return new Tape(marks, 0, states.charAt(0));
  }

  private static char symbolAt(Tape tape, long at) {
    return tape.marks.getOrDefault(at, '_');
  }

  @Override
  public Next<Write> next(Tape tape) {
    if (over(tape)) {
      return new Next.Halt<>();
    }
    String key = "" + tape.state + symbolAt(tape, tape.head);
    return Optional.ofNullable(rules.get(key))
        .<Next<Write>>map(rule -> new Next.Do<>(write(rule)))
        .orElseGet(() -> fail(key));
  }

  private static Write write(String rule) {
    return new Write(rule.charAt(0), "LNR".indexOf(rule.charAt(1)) - 1, rule.charAt(2));
  }

  private static Next<Write> fail(String key) {
    return new Next.Fail<>(new Fault("no rule for " + key, Optional.empty(), Optional.empty()));
  }

  @Override
  public Tape apply(Tape tape, Write write) {
    if (states.indexOf(write.state) < 0) {
      throw new IllegalArgumentException("no state " + write.state);
    }
    SortedMap<Long, Character> marks = new TreeMap<>(tape.marks);
    marks.put(tape.head, write.symbol);
    marks.values().removeIf(symbol -> symbol == '_');
    return new Tape(marks, tape.head + write.move, write.state);
  }

  @Override
  public Optional<Value> output(Tape tape) {
    StringBuilder text = new StringBuilder();
    if (!tape.marks.isEmpty()) {
      for (long at = tape.marks.firstKey(); at <= tape.marks.lastKey(); at++) {
        text.append(symbolAt(tape, at));
      }
    }
    return Optional.of(Value.of(text.toString()));
  }

  @Override
  public long cells(Tape tape) {
    return tape.marks.size();
  }

  // The layout. Content = symbol where there is no head, else (state, symbol) after the symbols.

  private int content(char symbol, char state) {
    return 3 + 3 * states.indexOf(state) + SYMBOLS.indexOf(symbol);
  }

  private static char symbolOf(int content) {
    return SYMBOLS.charAt(content % 3);
  }

  private char stateOf(int content) {
    return states.charAt(content / 3 - 1);
  }

  @Override
  public List<String> contents() {
    List<String> names = new ArrayList<>(List.of("_", "0", "1"));
    for (int i = 0; i < 3 * states.length(); i++) {
      names.add(states.charAt(i / 3) + ":" + SYMBOLS.charAt(i % 3));
    }
    return names;
  }

  @Override
  public int blank() {
    return 0;
  }

  @Override
  public int radius() {
    return 1;
  }

  @Override
  public Row row(Tape tape) {
    long first = tape.marks.isEmpty() ? tape.head : Math.min(tape.marks.firstKey(), tape.head);
    long last = tape.marks.isEmpty() ? tape.head : Math.max(tape.marks.lastKey(), tape.head);
    int[] cells = new int[(int) (last - first) + 1];
    for (int i = 0; i < cells.length; i++) {
      char symbol = symbolAt(tape, first + i);
      cells[i] = first + i == tape.head ? content(symbol, tape.state) : SYMBOLS.indexOf(symbol);
    }
    return new Row(first, cells);
  }

  @Override
  public Next<Write> step(Tape before, Row after) {
    Row row = row(before);
    List<Long> heads = new ArrayList<>();
    for (int i = 0; i < after.cells().length; i++) {
      long at = after.first() + i;
      int content = after.cells()[i];
      if (content >= 3) {
        heads.add(at);
      }
      if (at != before.head && content % 3 != row.at(at, 0) % 3) {
        return new Next.Garbled<>("the cell at " + at + " changed without a head");
      }
    }
    if (heads.size() != 1) {
      return new Next.Garbled<>(heads.size() + " heads");
    }
    int content = after.at(heads.getFirst(), 0);
    long move = heads.getFirst() - before.head;
    char written = symbolOf(after.at(before.head, 0));
    if (Math.abs(move) > 1) {
      return new Next.Garbled<>("the head jumped by " + move);
    }
    if (move == 0 && content == row.at(before.head, 0)) {
      return fail("" + before.state + symbolAt(before, before.head));
    }
    return new Next.Do<>(new Write(written, (int) move, stateOf(content)));
  }

  @Override
  public boolean over(Tape tape) {
    return tape.state == 'H';
  }

  @Override
  public int rule(int[] window) {
    int middle = window[1];
    if (middle >= 3) {
      return Optional.ofNullable(ruleFor(middle))
          .map(
              write ->
                  write.move == 0
                      ? content(write.symbol, write.state)
                      : SYMBOLS.indexOf(write.symbol))
          .orElse(middle);
    }
    for (int side : new int[] {0, 2}) {
      if (window[side] >= 3) {
        Write write = ruleFor(window[side]);
        if (write != null && write.move == 1 - side) {
          return content(symbolOf(middle), write.state);
        }
      }
    }
    return middle;
  }

  private Write ruleFor(int content) {
    String rule = rules.get("" + stateOf(content) + symbolOf(content));
    return rule == null ? null : write(rule);
  }

  @Override
  public boolean allowed(int[] window) {
    int heads = 0;
    for (int content : window) {
      heads += content >= 3 ? 1 : 0;
    }
    return heads <= 1;
  }

  @Override
  public void windows(Consumer<int[]> each) {
    int count = contents().size();
    int[] window = new int[3];
    for (int code = 0; code < count * count * count; code++) {
      window[0] = code / count / count;
      window[1] = code / count % count;
      window[2] = code % count;
      if (allowed(window)) {
        each.accept(window);
      }
    }
  }

  @Override
  public String invariant() {
    return "at most one cell holds a head";
  }

  @Override
  public String explain(int[] window) {
    for (int content : window) {
      if (content >= 3) {
        String key = "" + stateOf(content) + symbolOf(content);
        return "rule " + key + " -> " + rules.getOrDefault(key, "none");
      }
    }
    return "no head near";
  }
}
