package dev.lockstep.interactive;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.trace.TraceCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Whether a run that is followed step by step has come to a breakpoint, or changed a variable that
/// is watched.
///
/// A breakpoint is come to where a line begins: from another line, from another call, or anew in a
/// loop.
final class StopAt<C, D> implements Predicate<TraceCursor<C, D>> {
  private final Source source;
  private final Machine<C, D> machine;
  private final SortedSet<Breakpoint> lines;
  private final Set<String> watched;
  private Optional<Place> before = Optional.empty();
  private SortedMap<String, Value> values = new TreeMap<>();

  private record Place(Breakpoint line, int start, int depth) {}

  StopAt(Source source, Machine<C, D> machine, SortedSet<Breakpoint> lines, Set<String> watched) {
    this.source = source;
    this.machine = machine;
    this.lines = lines;
    this.watched = watched;
  }

  @Override
  public boolean test(TraceCursor<C, D> cursor) {
    Optional<Place> here =
        Debugger.upcoming(cursor)
            .map(
                span ->
                    new Place(
                        Breakpoint.at(source, span),
                        span.start(),
                        machine.depth(cursor.configuration())));
    boolean stop = here.filter(it -> lines.contains(it.line()) && begins(it)).isPresent();
    before = here;
    if (!watched.isEmpty()) {
      SortedMap<String, Value> now = values(machine, cursor.configuration(), watched);
      stop |= !now.equals(values);
      values = now;
    }
    return stop;
  }

  private boolean begins(Place here) {
    return before.isEmpty()
        || !before.get().line().equals(here.line())
        || before.get().depth() < here.depth()
        || here.start() <= before.get().start();
  }

  /// The watched variables that the running call has.
  static <C> SortedMap<String, Value> values(
      Machine<C, ?> machine, C configuration, Set<String> watched) {
    SortedMap<String, Value> values = new TreeMap<>();
    List<Frame> frames = machine.frames(configuration);
    if (!frames.isEmpty()) {
      values.putAll(frames.getFirst().variables());
      values.keySet().retainAll(watched);
    }
    return values;
  }
}
