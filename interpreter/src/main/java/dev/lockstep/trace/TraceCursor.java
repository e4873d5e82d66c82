package dev.lockstep.trace;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A position in a run that moves forward and backward.
///
/// Some configurations on the way are kept, at equal distances that double when there are too many
/// of them; the way back goes on from the nearest one. So a run of n steps needs memory for a
/// bounded number of configurations, a jump takes O(n) steps divided by that number, and single
/// steps back take less, since the last stretch is kept more densely.
public final class TraceCursor<C, D> {
  private static final int MOST_KEPT = 512;
  private static final long FIRST_DISTANCE = 16;

  private final Steps<C, D> steps;
  private final TreeMap<Long, C> kept = new TreeMap<>();
  private final TreeMap<Long, C> stretch = new TreeMap<>(); // the last one that was walked again
  private long distance = FIRST_DISTANCE;
  private long position;
  private C now;
  private Optional<Steps.Event<D>> upcoming = Optional.empty();

  /// At the start of the run.
  public TraceCursor(Steps<C, D> steps) {
    this.steps = steps;
    this.now = steps.start();
    kept.put(0L, now);
  }

  /// Steps taken up to here.
  public long position() {
    return position;
  }

  public C configuration() {
    return now;
  }

  /// What follows here: the step that `forward` takes, or how the run ended.
  public Steps.Event<D> next() {
    if (upcoming.isEmpty()) {
      upcoming = Optional.of(steps.next(now, position));
    }
    return upcoming.get();
  }

  /// Takes the next step, if there is one.
  public boolean forward() {
    if (!(next() instanceof Steps.Event.Step<D>(D delta, _))) {
      return false;
    }
    move(position + 1, steps.apply(now, delta));
    if (position % distance == 0) {
      kept.put(position, now);
      if (kept.size() > MOST_KEPT) {
        distance *= 2;
        kept.keySet().removeIf(it -> it % distance != 0);
      }
    }
    return true;
  }

  /// Takes the last step back, if there was one.
  public boolean back() {
    if (position == 0) {
      return false;
    }
    jump(position - 1);
    return true;
  }

  /// Goes to where `target` steps are taken, or to the nearer end of the run.
  public void jump(long target) {
    long wanted = Math.max(0, target);
    if (wanted < position) {
      rewind(wanted);
    }
    while (position < wanted && forward()) {}
  }

  private void rewind(long wanted) {
    long near = Optional.ofNullable(stretch.floorKey(wanted)).orElse(-1L);
    long far = kept.floorKey(wanted);
    if (near >= far) {
      move(near, stretch.get(near));
      return;
    }
    stretch.clear();
    move(far, kept.get(far));
    long dense = Math.max(1, (long) Math.sqrt((double) distance));
    while (position < wanted && forward()) {
      if (position % dense == 0) {
        stretch.put(position, now);
      }
    }
  }

  /// Goes forward, one step at least, until `wanted` holds. At the end of the run, and `false`,
  /// where it never does.
  public boolean find(Predicate<TraceCursor<C, D>> wanted) {
    while (forward()) {
      if (wanted.test(this)) {
        return true;
      }
    }
    return false;
  }

  /// Goes backward, one step at least, to the last position where `wanted` holds. At the start of
  /// the run, and `false`, where it never does.
  ///
  /// `wanted` is asked at stretches of positions, each in order, so that it may compare a position
  /// with the one it was asked at before.
  public boolean findBack(Predicate<TraceCursor<C, D>> wanted) {
    long until = position - 1;
    while (until >= 0) {
      long from = Optional.ofNullable(kept.lowerKey(until)).orElse(0L);
      long found = lastWithin(from, until, wanted);
      if (found >= 0) {
        jump(found);
        return true;
      }
      until = from == 0 ? -1 : from;
    }
    jump(0);
    return false;
  }

  /// The last position behind `from` (at it, where that is the start) and not behind `until`; -1
  /// where there is none.
  private long lastWithin(long from, long until, Predicate<TraceCursor<C, D>> wanted) {
    long found = -1;
    jump(from);
    boolean going = true;
    while (going) {
      boolean holds = wanted.test(this);
      found = holds && (position > from || from == 0) ? position : found;
      going = position < until && forward();
    }
    return found;
  }

  private void move(long to, C configuration) {
    position = to;
    now = configuration;
    upcoming = Optional.empty();
  }
}
