package dev.lockstep.machine;

/// How a run ended.
public sealed interface Ending {
  record Halted() implements Ending {}

  record Failed(Fault fault) implements Ending {}

  record BudgetSpent(Budget.Limit limit) implements Ending {}

  /// Only a network can be garbled: what it said was no delta.
  record Garbled(String why) implements Ending {}

  /// One phrase: `halted`, `failed: division by zero`, `budget spent: steps`, `garbled: two heads`.
  default String describe() {
    return switch (this) {
      case Halted() -> "halted";
      case Failed(Fault fault) -> "failed: " + fault.message();
      case BudgetSpent(Budget.Limit limit) -> "budget spent: " + limit.noun();
      case Garbled(String why) -> "garbled: " + why;
    };
  }
}
