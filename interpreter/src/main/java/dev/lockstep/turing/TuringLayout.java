package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import java.util.List;
import java.util.function.Consumer;

/// A Turing machine of one tape as a row of cells: a content is a symbol with no head, with the
/// head in one of the states, or with a head that is stuck because no rule applies.
///
/// A window is a cell and its two neighbours. A head in a halt state and a stuck head change
/// nothing any more.
public final class TuringLayout implements Layout<TuringConfiguration, Act> {
  /// More contents than this are not laid out: a window alone would not fit any network.
  static final int MOST_CONTENTS = 1 << 20;

  private final Contents contents;
  private final LocalRule rule;

  /// Throws `IllegalArgumentException` where a cell can hold more than `MOST_CONTENTS`.
  public TuringLayout(TuringProgram program) {
    if (contents(program) > MOST_CONTENTS) {
      throw new IllegalArgumentException("more than " + MOST_CONTENTS + " contents of a cell");
    }
    RuleTable table = new RuleTable(program);
    this.contents = new Contents(table);
    this.rule = new LocalRule(table, contents);
  }

  /// How many different contents a cell of the program's tape can hold.
  static long contents(TuringProgram program) {
    return program.symbols().size() * (program.states().size() + 2L);
  }

  @Override
  public List<String> contents() {
    return contents.names();
  }

  @Override
  public int blank() {
    return contents.of(0, Contents.NO_HEAD);
  }

  @Override
  public int radius() {
    return 1;
  }

  @Override
  public Row row(TuringConfiguration configuration) {
    Tape tape = configuration.tape();
    int[] cells = tape.symbols();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = contents.of(contents.symbolNumber(cells[i]), Contents.NO_HEAD);
    }
    int head = tape.left().length();
    cells[head] = contents.withHead(cells[head], configuration.state());
    return new Row(tape.first(), cells);
  }

  @Override
  public boolean over(TuringConfiguration configuration) {
    return contents.halts(configuration.state());
  }

  @Override
  public Next<Act> step(TuringConfiguration before, Row after) {
    return new RowStep(contents, before, row(before), after).next();
  }

  @Override
  public int rule(int[] window) {
    return rule.next(window);
  }

  @Override
  public boolean allowed(int[] window) {
    int heads = 0;
    for (int content : window) {
      heads += contents.hasHead(content) ? 1 : 0;
    }
    return heads <= 1;
  }

  @Override
  public void windows(Consumer<int[]> each) {
    int[] window = new int[3];
    for (int head = -1; head < window.length; head++) {
      fill(window, 0, head, each);
    }
  }

  /// All contents from cell `at` on, with a head in cell `head` and no other.
  private void fill(int[] window, int at, int head, Consumer<int[]> each) {
    if (at == window.length) {
      each.accept(window);
      return;
    }
    for (int content = 0; content < contents.count(); content++) {
      if (contents.hasHead(content) == (at == head)) {
        window[at] = content;
        fill(window, at + 1, head, each);
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
      if (contents.hasHead(content)) {
        return rule.explain(content);
      }
    }
    return "no head nearby: the cell keeps its content";
  }

  /// The move that leads the head by `offset` cells.
  static Move move(long offset) {
    return offset < 0 ? Move.L : offset > 0 ? Move.R : Move.N;
  }
}
