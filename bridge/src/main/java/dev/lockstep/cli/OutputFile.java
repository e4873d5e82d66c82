package dev.lockstep.cli;

import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/// The file that `-o` names.
final class OutputFile {
  private OutputFile() {}

  /// Throws `Misuse` where it cannot be written.
  static AtomicFile open(Path file) {
    try {
      return new AtomicFile(file);
    } catch (IOException e) {
      throw new Misuse("-o " + file + ": cannot be written: " + UserErrors.words(e));
    }
  }
}
