package dev.lockstep.trace;

import dev.lockstep.machine.Note;
import java.util.List;
import java.util.Optional;

/// One step of a trace file.
///
/// @param step its number, from 1
/// @param at where in the program, if the executor knows
/// @param reads what it read, in order
/// @param checks the conditions of contracts that held, as they are written
/// @param delta what it changed
/// @param printed the lines it printed
public record TraceEvent<D>(
    long step,
    Optional<Place> at,
    List<Note.Read> reads,
    List<String> checks,
    D delta,
    List<String> printed) {
  public TraceEvent {
    checks = List.copyOf(checks);
    reads = List.copyOf(reads);
    printed = List.copyOf(printed);
  }
}
