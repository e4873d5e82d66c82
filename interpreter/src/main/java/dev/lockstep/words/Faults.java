package dev.lockstep.words;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Next;
import java.util.Optional;

/// The faults that several processors know.
public final class Faults {
  private Faults() {}

  public static Next<WordDelta> at(String message, Optional<Span> span) {
    return new Next.Fail<>(new Fault(message, span, Optional.empty()));
  }

  public static Next<WordDelta> inputEnded(Optional<Span> span) {
    return new Next.Fail<>(
        new Fault(
            "the input has ended",
            span,
            Optional.of("Give the program a longer input, or read less.")));
  }
}
