package dev.lockstep.execute;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.RunSink;
import dev.lockstep.notation.Notation;
import java.util.ArrayList;
import java.util.List;

/// The scratchpad executor: a network writes runs token by token.
///
/// The network says every token. The host supplies what the notation lists (`Notation.supplied`),
/// and applies each claimed delta with the machine's `apply`; `next` is never asked.
public final class Scribe<C, D> implements Executor<C, D> {
  /// The most tokens of one step, so that a network that never ends a step is stopped.
  public static final int MOST_TOKENS = 1_000_000;

  private static final int MOST_LANES = 64;

  private final Machine<C, D> host;
  private final Notation<C, D> notation;
  private final TokenWriter writer;

  /// @param host the symbolic machine, for all but `next`
  public Scribe(Machine<C, D> host, Notation<C, D> notation, TokenWriter writer) {
    this.host = host;
    this.notation = notation;
    this.writer = writer;
  }

  @Override
  public void run(C start, Budget budget, RunSink<C, D> sink) {
    runAll(List.of(start), budget, List.of(sink));
  }

  /// Writes the runs side by side, as many at once as there are lanes.
  @Override
  public void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
    for (int from = 0; from < starts.size(); from += MOST_LANES) {
      int count = Math.min(MOST_LANES, starts.size() - from);
      List<WrittenRun<C, D>> going = new ArrayList<>();
      try (Lanes lanes = writer.open(count)) {
        for (int lane = 0; lane < count; lane++) {
          going.add(begin(lane, lanes, starts.get(from + lane), budget, sinks.get(from + lane)));
        }
        going.removeIf(run -> !run.going());
        while (!going.isEmpty()) {
          write(lanes, going);
          going.removeIf(run -> !run.going());
        }
      }
    }
  }

  private WrittenRun<C, D> begin(
      int lane, Lanes lanes, C start, Budget budget, RunSink<C, D> sink) {
    WrittenRun<C, D> run =
        new WrittenRun<>(host, notation.begin(start), lane, writer.longest(), budget, sink);
    run.begin(start);
    if (run.going()) {
      lanes.begin(lane, run.script());
    }
    return run;
  }

  private void write(Lanes lanes, List<WrittenRun<C, D>> runs) {
    int[] tokens =
        lanes.next(
            runs.stream().map(WrittenRun::lane).toList(),
            runs.stream().map(WrittenRun::script).toList());
    for (int i = 0; i < tokens.length; i++) {
      WrittenRun<C, D> run = runs.get(i);
      if (tokens[i] == TokenNetwork.NOTHING) {
        run.take(new Next.Garbled<>("the network's numbers are not numbers"));
      } else {
        lanes.wrote(run.lane(), run.script(), tokens[i]);
        run.hear(tokens[i]);
      }
    }
  }
}
