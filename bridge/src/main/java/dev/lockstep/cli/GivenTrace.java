package dev.lockstep.cli;

import dev.lockstep.trace.TraceHeader;
import java.nio.file.Path;

/// Whether a trace file that the user named is of the program that the user named.
final class GivenTrace {
  private GivenTrace() {}

  /// Throws `Misuse` where it is not.
  static void require(Path trace, TraceHeader header, Loaded<?, ?, ?> loaded, boolean anyProgram) {
    String hint = "Judge it all the same with `verify --trace … --any-program`.";
    if (!header.language().equals(loaded.language().name())) {
      throw new Misuse(
          trace
              + ": a trace of a "
              + header.language()
              + " program, and "
              + loaded.source().name()
              + " is a "
              + loaded.language().name()
              + " program");
    }
    if (!anyProgram && !header.programHash().equals(loaded.hash())) {
      throw new Misuse(
          trace
              + ": a trace of `"
              + header.programName()
              + "` ("
              + header.programHash().brief()
              + "…), and `"
              + loaded.source().name()
              + "` is another program ("
              + loaded.hash().brief()
              + "…)",
          hint);
    }
  }
}
