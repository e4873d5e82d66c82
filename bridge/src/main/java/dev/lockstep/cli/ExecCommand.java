package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.model.StoredModel;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep exec`: a program on one input, by a network alone.
@Command(
    name = "exec",
    description = {
      "Runs a program on one input by the network of a model: the interpreter takes no step.",
      "Prints what `run` prints. Nothing here says that the network is right: `verify` does."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep exec increment.model increment.tm --input '\"1011\"'",
      "  lockstep exec increment.model increment.tm --input '\"1011\"' --trace-to claimed.jsonl"
    })
final class ExecCommand implements LockstepCommand {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's directory.")
  private Path directory;

  @Parameters(index = "1", paramLabel = "FILE", description = "The program.")
  private Path file;

  @Mixin private InputOption input;
  @Mixin private BudgetOptions budget;

  @Option(
      names = "--trace-to",
      paramLabel = "FILE",
      description = "Write the network's steps as a trace file too.")
  private Path trace;

  @Option(names = "--any-program", description = "Go on where the model is of another program.")
  private boolean anyProgram;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Override
  public int run(Terminal terminal) throws IOException {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    StoredModel stored = OpenModel.read(directory, loaded, anyProgram);
    Budget limits = budget.budget();
    InputOption.Start<C> start = input.start(loaded);
    try (Interruption interruption = Interruption.told(terminal);
        OpenModel<C, D> model = OpenModel.open(stored, loaded);
        RunPrinter<C, D> printer = new RunPrinter<>(loaded, limits, terminal, json)) {
      if (trace == null) {
        interruption.watched(model.executor()).run(start.configuration(), limits, printer);
        return printer.exitCode();
      }
      TraceHeader header = loaded.header(stored.card().kind().name(), start.input(), limits);
      try (AtomicFile whole = OutputFile.open(trace)) {
        RunSink<C, D> writer =
            new TraceWriter<>(
                whole.stream(),
                header,
                loaded.machine(),
                loaded.language().deltaJson(),
                loaded.source());
        interruption
            .watched(model.executor())
            .run(start.configuration(), limits, new Both<>(writer, printer));
        whole.commit();
      }
      return printer.exitCode();
    }
  }

  /// One run into two sinks.
  private record Both<C, D>(RunSink<C, D> first, RunSink<C, D> second) implements RunSink<C, D> {
    @Override
    public void start(C configuration) {
      first.start(configuration);
      second.start(configuration);
    }

    @Override
    public boolean step(D delta, Note note, C after) {
      boolean goOn = first.step(delta, note, after);
      return second.step(delta, note, after) && goOn;
    }

    @Override
    public void end(Ending ending, C last) {
      first.end(ending, last);
      second.end(ending, last);
    }
  }
}
