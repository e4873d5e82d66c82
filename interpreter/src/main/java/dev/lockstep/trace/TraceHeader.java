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
/// @param selection which events it holds
public record TraceHeader(
    String language,
    String executor,
    String programName,
    ProgramHash programHash,
    Value input,
    OptionalLong seed,
    Budget budget,
    Versions versions,
    Selection selection) {
  /// The header of a trace of all events.
  public TraceHeader(
      String language,
      String executor,
      String programName,
      ProgramHash programHash,
      Value input,
      OptionalLong seed,
      Budget budget,
      Versions versions) {
    this(
        language, executor, programName, programHash, input, seed, budget, versions, Selection.ALL);
  }

  /// The header of a trace of these events only.
  public TraceHeader of(Selection some) {
    return new TraceHeader(
        language, executor, programName, programHash, input, seed, budget, versions, some);
  }

  /// What the `format` field of the first line says.
  public static final String FORMAT = "lockstep-trace";

  /// The version of the format of whole runs.
  public static final int VERSION = 1;

  /// The version of the format of selected events.
  public static final int VERSION_OF_SELECTIONS = 2;

  /// The executor that is the reference.
  public static final String INTERPRETER = "interpreter";
}
