package dev.lockstep.words;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Next;
import java.util.Optional;

/// What one kind of processor does with an assembled program.
public interface Processor {
  Next<WordDelta> next(View view);

  /// Whether a run that goes on at `position` is over.
  boolean halts(long position);

  /// Where the instruction at `position` stands in the program, if it stands there.
  Optional<Span> span(long position);
}
