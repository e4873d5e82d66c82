package dev.lockstep.words;

import java.util.Locale;

/// What one step changes; every one says where the run goes on.
public sealed interface WordDelta {
  long next();

  /// A word is stored.
  record Put(Space space, long address, long value, long next) implements WordDelta {}

  /// A word of the input is used up, and a word is stored.
  record Take(Space space, long address, long value, long next) implements WordDelta {}

  /// A word is written to the output.
  record Emit(long value, long next) implements WordDelta {}

  /// Nothing but the place changes.
  record Go(long next) implements WordDelta {}

  /// `memory[7] = 3, go 12`.
  default String describe() {
    return switch (this) {
          case Put(Space space, long address, long value, _) ->
              place(space, address) + " = " + value;
          case Take(Space space, long address, long value, _) ->
              place(space, address) + " = input " + value;
          case Emit(long value, _) -> "out " + value;
          case Go _ -> "nothing";
        }
        + ", go "
        + next();
  }

  private static String place(Space space, long address) {
    return space.name().toLowerCase(Locale.ROOT) + "[" + address + "]";
  }
}
