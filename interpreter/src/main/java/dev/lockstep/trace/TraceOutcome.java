package dev.lockstep.trace;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Value;
import java.util.Optional;

/// How the run of a trace file ended: an `Ending` that needs no source to be read.
public sealed interface TraceOutcome {
  record Halted(Optional<Value> value) implements TraceOutcome {}

  record Failed(String message, Optional<Place> at, Optional<String> hint)
      implements TraceOutcome {}

  record BudgetSpent(Budget.Limit limit) implements TraceOutcome {}

  record Garbled(String why) implements TraceOutcome {}

  /// `value` is what the machine answers in its last configuration.
  static TraceOutcome of(Ending ending, Optional<Value> value, Source source) {
    return switch (ending) {
      case Ending.Halted() -> new Halted(value);
      case Ending.Failed(Fault fault) ->
          new Failed(
              fault.message(), fault.span().map(span -> Place.of(span, source)), fault.hint());
      case Ending.BudgetSpent(Budget.Limit limit) -> new BudgetSpent(limit);
      case Ending.Garbled(String why) -> new Garbled(why);
    };
  }

  /// The ending that this outcome claims, with places in `source`.
  default Ending ending(Source source) {
    return switch (this) {
      case Halted _ -> new Ending.Halted();
      case Failed(String message, var at, var hint) ->
          new Ending.Failed(new Fault(message, at.flatMap(place -> place.span(source)), hint));
      case BudgetSpent(Budget.Limit limit) -> new Ending.BudgetSpent(limit);
      case Garbled(String why) -> new Ending.Garbled(why);
    };
  }
}
