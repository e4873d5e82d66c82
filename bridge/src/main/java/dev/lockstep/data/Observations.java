package dev.lockstep.data;

import dev.lockstep.execute.Window;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import java.util.List;

/// What traces show of the local rule: every different window of every configuration, with what its
/// middle cell held one step later.
///
/// Targets are read off the following configuration, not asked of the rule; only a run's failing
/// configuration, which nothing follows, is completed by the layout.
public final class Observations<C, D> {
  private final Machine<C, D> machine;
  private final Layout<C, D> layout;
  private final WindowSet windows = new WindowSet();
  private long runs;
  private long steps;

  public Observations(Machine<C, D> machine, Layout<C, D> layout) {
    this.machine = machine;
    this.layout = layout;
  }

  /// Runs the machine on each input and adds what its trace shows. Throws
  /// `IllegalArgumentException` where one window led to two contents: the layout is not the
  /// machine's.
  public void observe(List<Value> inputs, Budget budget) {
    for (Value input : inputs) {
      C start = machine.start(input);
      new Interpreter<>(machine).run(start, budget, new Watcher(start));
      runs++;
    }
  }

  /// The different windows seen so far.
  public WindowSet windows() {
    return windows;
  }

  public long runs() {
    return runs;
  }

  /// Steps of all runs.
  public long steps() {
    return steps;
  }

  private final class Watcher implements RunSink<C, D> {
    private C before;

    Watcher(C start) {
      this.before = start;
    }

    @Override
    public boolean step(D delta, Note note, C after) {
      Layout.Row row = surroundings(before);
      Layout.Row next = layout.told(before, delta, after);
      for (int i = 0; i < row.cells().length; i++) {
        windows.add(Window.around(layout, row, i), next.at(row.x(i), row.y(i), layout.blank()));
      }
      before = after;
      steps++;
      return true;
    }

    @Override
    public void end(Ending ending, C last) {
      if (ending instanceof Ending.Failed) {
        Layout.Row row = surroundings(last);
        for (int i = 0; i < row.cells().length; i++) {
          Window window = Window.around(layout, row, i);
          windows.add(window, layout.rule(window.cells()));
        }
      }
    }

    /// The cells whose windows hold a cell that is not blank, and those around them.
    private Layout.Row surroundings(C configuration) {
      return layout.grown(layout.grown(layout.row(configuration)));
    }
  }
}
