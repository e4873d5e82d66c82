package dev.lockstep.trace;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import java.util.OptionalLong;

/// The first line of a trace file: what ran, on what, within what.
///
/// @param language the language's name, such as `turing`
/// @param executor what took the steps: `interpreter`, or what a network calls itself
/// @param programName the program's file, as the user wrote it
/// @param seed of the random draw that gave the input, where one did
/// @param versions what wrote the file
public record TraceHeader(
    String language,
    String executor,
    String programName,
    ProgramHash programHash,
    Value input,
    OptionalLong seed,
    Budget budget,
    Versions versions) {
  /// What the `format` field of the first line says.
  public static final String FORMAT = "lockstep-trace";

  /// The version of the format that this code writes, and the only one that it reads.
  public static final int VERSION = 1;

  /// The executor that is the reference.
  public static final String INTERPRETER = "interpreter";
}
