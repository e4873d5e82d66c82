package dev.lockstep.trace;

import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Machine;
import java.util.Optional;

/// Rebuilds every configuration of a trace file from its input and its deltas, by `apply` alone.
public final class Replay<C, D> {
  private final TraceReader reader;
  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private C now;

  /// Throws `UnreadableTrace` where the machine cannot start on the trace's input.
  public Replay(TraceReader reader, Machine<C, D> machine, DeltaJson<D> json) {
    this.reader = reader.requireAll();
    this.machine = machine;
    this.json = json;
    try {
      this.now = machine.start(reader.header().input());
    } catch (InputError e) {
      throw reader.unreadable("`input`: " + e.getMessage());
    }
  }

  /// The configuration after the steps taken so far.
  public C configuration() {
    return now;
  }

  /// Takes the next step, if there is one. Throws `UnreadableTrace` where its delta makes no sense.
  public Optional<TraceEvent<D>> advance() {
    Optional<TraceEvent<D>> event = reader.next(json);
    event.ifPresent(
        it -> {
          try {
            now = machine.apply(now, it.delta());
          } catch (IllegalArgumentException e) {
            throw reader.unreadable("step " + it.step() + " cannot be taken: " + e.getMessage());
          }
        });
    return event;
  }
}
