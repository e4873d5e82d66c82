package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.RunSink;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep trace`: every step of a run, for people or as a trace file.
@Command(
    name = "trace",
    description = {
      "Runs a program and writes every step of the run, one line of JSON a step.",
      "The format is described in docs/traces.md."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep trace increment.tm --input '\"1011\"' --pretty",
      "  lockstep trace gcd.mu --input '{\"a\": 12, \"b\": 18}' -o gcd.jsonl"
    })
final class TraceCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", description = "A program.")
  private Path file;

  @Mixin private InputOption input;
  @Mixin private BudgetOptions budget;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the trace (default: standard output).")
  private Path output;

  @Option(names = "--pretty", description = "Write for people instead of as JSON.")
  private boolean pretty;

  @Override
  public int run(Terminal terminal) throws IOException {
    if (output == null) {
      write(Loaded.open(file), terminal.out());
      return ExitCode.DONE;
    }
    Loaded<?, ?, ?> loaded = Loaded.open(file);
    try (AtomicFile whole = OutputFile.open(output)) {
      write(loaded, whole.stream());
      whole.commit();
    }
    return ExitCode.DONE;
  }

  private <P, C, D> void write(Loaded<P, C, D> loaded, OutputStream out) {
    Budget limits = budget.budget();
    InputOption.Start<C> start = input.start(loaded);
    TraceHeader header = loaded.header(TraceHeader.INTERPRETER, start.input(), limits);
    RunSink<C, D> sink =
        pretty
            ? new PrettyTrace<>(out, header, loaded)
            : new TraceWriter<>(
                out, header, loaded.machine(), loaded.language().deltaJson(), loaded.source());
    new Interpreter<>(loaded.machine()).run(start.configuration(), limits, sink);
  }
}
