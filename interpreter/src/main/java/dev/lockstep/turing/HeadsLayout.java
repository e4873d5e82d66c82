package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A Turing machine of several tapes as what its heads see: a row is the state and the cell under
/// each head. A step says the next state, and for each head what it writes and where it goes; the
/// host writes and moves, and so shows the next row.
///
/// Every window is a whole row, turned so that the place it is about stands in the middle.
final class HeadsLayout implements Layout<TuringConfiguration, Act> {
  private final RuleTable table;
  private final Sights sights;
  private final List<Place> places;

  /// Throws `IllegalArgumentException` where a place can hold more than `TuringLayout` allows.
  HeadsLayout(TuringProgram program) {
    if (contents(program) > TuringLayout.MOST_CONTENTS) {
      throw new IllegalArgumentException("too many contents of a place");
    }
    this.table = new RuleTable(program);
    this.sights = new Sights(table);
    this.places = sights.list();
  }

  /// About how many different contents the places of the program's rows hold.
  static long contents(TuringProgram program) {
    return program.states().size() + 2L + 3L * program.symbols().size() * program.tapes();
  }

  @Override
  public List<String> contents() {
    return sights.names();
  }

  /// Nothing is blank: there is no outside.
  @Override
  public int blank() {
    return sights.seen(1, 0);
  }

  @Override
  public int radius() {
    return sights.places() / 2;
  }

  @Override
  public boolean endless() {
    return false;
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public Row grown(Row row) {
    return row;
  }

  @Override
  public int[] around(Row row, int index) {
    int[] window = new int[row.cells().length];
    for (int i = 0; i < window.length; i++) {
      window[i] = row.cells()[Math.floorMod(index - radius() + i, window.length)];
    }
    return window;
  }

  @Override
  public Row row(TuringConfiguration configuration) {
    int[] cells = new int[sights.places()];
    Arrays.fill(cells, sights.seam());
    cells[0] = table.state(configuration.state());
    for (int tape = 1; tape <= sights.tapes(); tape++) {
      int symbol = configuration.tapes().get(tape - 1).symbol();
      cells[tape] = sights.seen(tape, table.symbol(symbol));
    }
    return new Row(0, cells);
  }

  @Override
  public Row told(TuringConfiguration before, Act act, TuringConfiguration after) {
    int[] cells = row(after).cells();
    for (int tape = 1; tape <= sights.tapes(); tape++) {
      Act.Stroke stroke = act.strokes().get(tape - 1);
      cells[tape] = sights.of(tape, table.symbol(stroke.write()), stroke.move());
    }
    return new Row(0, cells);
  }

  @Override
  public boolean over(TuringConfiguration configuration) {
    return table.halts(table.state(configuration.state()));
  }

  @Override
  public Next<Act> step(TuringConfiguration before, Row after) {
    int[] cells = after.cells();
    for (int place = 0; place < places.size(); place++) {
      if (!sights.isContent(cells[place]) || sights.place(cells[place]) != place) {
        return new Next.Garbled<>(named(place) + " holds no content of its own");
      }
    }
    boolean same = Arrays.equals(tapes(cells), tapes(row(before).cells()));
    if (sights.isStuck(cells[0])) {
      return same
          ? new Next.Fail<>(TuringMachine.noRule(before.state(), before.seen()))
          : new Next.Garbled<>("there is no rule, and yet a head writes or moves");
    }
    if (over(before)) {
      return same && cells[0] == table.state(before.state())
          ? new Next.Halt<>()
          : new Next.Garbled<>("something changes after the halt");
    }
    return new Next.Do<>(new Act(strokes(cells), table.states().get(cells[0])));
  }

  private static int[] tapes(int[] cells) {
    return Arrays.copyOfRange(cells, 1, cells.length);
  }

  private String named(int place) {
    return place == 0 ? "the state" : place > sights.tapes() ? "the seam" : "tape " + place;
  }

  private List<Act.Stroke> strokes(int[] cells) {
    List<Act.Stroke> strokes = new ArrayList<>();
    for (int tape = 1; tape <= sights.tapes(); tape++) {
      int symbol = table.symbols().get(sights.symbol(cells[tape]));
      strokes.add(new Act.Stroke(symbol, sights.move(cells[tape])));
    }
    return strokes;
  }

  @Override
  public int rule(int[] window) {
    int middle = window[radius()];
    int place = sights.place(middle);
    if (place > sights.tapes() || table.halts(state(window))) {
      return middle;
    }
    Optional<Rule> found = ruleOf(window);
    if (found.isEmpty()) {
      return place == 0 ? sights.stuck() : middle;
    }
    if (place == 0) {
      return table.state(found.get().to().name());
    }
    Rule.Action action = found.get().actions().get(place - 1);
    return sights.of(place, table.symbol(action.write()), action.move());
  }

  /// The content at a place of the row that `window` is.
  private int at(int[] window, int place) {
    int middle = sights.place(window[radius()]);
    return window[Math.floorMod(place - middle + radius(), window.length)];
  }

  private int state(int[] window) {
    return at(window, 0);
  }

  private Optional<Rule> ruleOf(int[] window) {
    long seen = 0;
    for (int tape = sights.tapes(); tape > 0; tape--) {
      seen = seen * table.symbols().size() + sights.symbol(at(window, tape));
    }
    return table.rule(state(window), seen);
  }

  @Override
  public boolean allowed(int[] window) {
    if (!sights.isContent(window[radius()])) {
      return false;
    }
    for (int place = 0; place < places.size(); place++) {
      if (!sights.isSeen(at(window, place), place)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void windows(Consumer<int[]> each) {
    for (int middle = 0; middle < places.size(); middle++) {
      fill(new int[places.size()], 0, middle, each);
    }
  }

  /// All contents from cell `at` on, with place `middle` in the middle.
  private void fill(int[] window, int at, int middle, Consumer<int[]> each) {
    if (at == window.length) {
      each.accept(window);
      return;
    }
    int place = Math.floorMod(middle - radius() + at, window.length);
    for (int content : places.get(place).now()) {
      window[at] = content;
      fill(window, at + 1, middle, each);
    }
  }

  @Override
  public String invariant() {
    return "one state, and under each of the " + sights.tapes() + " heads one symbol";
  }

  @Override
  public String explain(int[] window) {
    String state = table.states().get(state(window));
    if (table.halts(state(window))) {
      return "state `" + state + "` halts: nothing changes";
    }
    return ruleOf(window)
        .map(rule -> "rule `" + rule + "`")
        .orElseGet(
            () -> TuringMachine.noRule(state, symbols(window)).message() + ": the run is stuck");
  }

  private List<Integer> symbols(int[] window) {
    List<Integer> symbols = new ArrayList<>();
    for (int tape = 1; tape <= sights.tapes(); tape++) {
      symbols.add(table.symbols().get(sights.symbol(at(window, tape))));
    }
    return symbols;
  }
}
