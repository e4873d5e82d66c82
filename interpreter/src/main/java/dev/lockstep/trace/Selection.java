package dev.lockstep.trace;

import dev.lockstep.machine.Grain;

/// Which events of a run a trace holds. Events keep the numbers of their steps, and the outcome
/// counts all steps.
///
/// @param grain the finest kind of event
/// @param every of the events of this grain in the window, the first and then each so-manyth
/// @param from the first step of the window, from 1
/// @param to the last step of the window
public record Selection(Grain grain, long every, long from, long to) {
  public static final Selection ALL = new Selection(Grain.EXPRESSION, 1, 1, Long.MAX_VALUE);

  public Selection {
    if (every < 1 || from < 1 || to < from) {
      throw new IllegalArgumentException("not a selection: " + every + ", " + from + ", " + to);
    }
  }

  /// Whether nothing is left out.
  public boolean isAll() {
    return equals(ALL);
  }

  /// Follows one run.
  public final class Filter {
    private long step;
    private long met;

    /// Whether the next event of the run, of this grain, is selected.
    public boolean next(Grain event) {
      step++;
      if (step < from || step > to || !grain.includes(event)) {
        return false;
      }
      met++;
      return (met - 1) % every == 0;
    }

    /// The number of the last event.
    public long step() {
      return step;
    }
  }

  /// A filter for one run from its start.
  public Filter filter() {
    return new Filter();
  }
}
