package dev.lockstep.mu.fuzz;

import dev.lockstep.machine.Value;
import java.util.Locale;
import java.util.Optional;

/// Something that must not happen, and a source that makes it happen.
///
/// @param input where the program got to run
public record Finding(Kind kind, String message, String text, Optional<Value> input) {
  public enum Kind {
    /// An exception that is not the user's error.
    CRASH,
    /// A second or more for each 1,000 characters, or more than ten; or no end in sight.
    HANG,
    /// The engines tell different runs, or a printed program is another program.
    DISAGREEMENT,
    /// A source is refused without an error in it, or the checker passed what cannot be run.
    LOST_ERROR;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
