package dev.lockstep.cli;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.notation.Spelt;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A program file, read, parsed and made ready to run.
record Loaded<P, C, D>(
    Path file, Source source, Language<P, C, D> language, P program, Machine<C, D> machine) {

  /// Throws `UnreadableSource` or `SourceErrors`.
  static Loaded<?, ?, ?> open(Path file) {
    return open(file, Languages.of(file));
  }

  private static <P, C, D> Loaded<P, C, D> open(Path file, Language<P, C, D> language) {
    Source source = language.read(file);
    P program = language.parse(source);
    Optional<Diagnostic> unrunnable = language.unrunnable(program);
    if (unrunnable.isPresent()) {
      throw new SourceErrors(source, List.of(unrunnable.get()));
    }
    return new Loaded<>(file, source, language, program, language.load(program));
  }

  ProgramHash hash() {
    return ProgramHash.of(language, program);
  }

  /// The header of a trace of this program.
  TraceHeader header(String executor, Value input, Budget budget) {
    return new TraceHeader(
        language.name(),
        executor,
        source.name(),
        hash(),
        input,
        OptionalLong.empty(),
        budget,
        Versions.current());
  }

  /// The program with the notation of its runs. Throws `Misuse` where it has none.
  Spelt<C, D> spelt() {
    try {
      return Spelt.of(language, source, Spelt.Content.TRACE);
    } catch (IllegalArgumentException e) {
      throw new Misuse(source.name() + ": cannot be written as a scratchpad: " + e.getMessage());
    }
  }
}
