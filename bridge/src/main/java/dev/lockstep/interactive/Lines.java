package dev.lockstep.interactive;

import java.util.Optional;

/// Where commands come from: a person at a terminal, or a script.
public interface Lines extends AutoCloseable {
  /// The next line; nothing at the end.
  Optional<String> read(String prompt);

  @Override
  void close();
}
