package dev.lockstep.cli;

import dev.lockstep.interactive.Debugger;
import dev.lockstep.interactive.Lines;
import dev.lockstep.trace.FileSteps;
import dev.lockstep.trace.Steps;
import dev.lockstep.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep debug`: a run walked forward and backward.
@Command(
    name = "debug",
    description = {
      "Walks through a run, forward and backward: steps, breakpoints, watched variables.",
      "`help` lists the commands. They can be piped in, or come from a file with --script."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep debug gcd.mu --input '{\"a\": 1071, \"b\": 462}'",
      "  lockstep debug increment.tm --trace claimed.jsonl",
      "  echo 'step 5' | lockstep debug increment.tm --input '\"1011\"'"
    })
final class DebugCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", description = "A program.")
  private Path file;

  @Mixin private InputOption input;
  @Mixin private BudgetOptions budget;

  @Option(
      names = "--trace",
      paramLabel = "TRACE",
      description = "Walk through this trace file, whoever wrote it, instead of running.")
  private Path trace;

  @Mixin private Conversation conversation;

  @Override
  public int run(Terminal terminal) throws IOException {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    Debugger<C, D> debugger =
        new Debugger<>(
            loaded.source(),
            loaded.machine(),
            loaded.language().deltaJson(),
            steps(loaded),
            terminal.out());
    try (Lines lines = conversation.lines(terminal, "debug", debugger::words)) {
      debugger.show();
      String last = "";
      Optional<String> line = lines.read("(debug) ");
      while (line.isPresent()) {
        String said = line.get().isBlank() ? last : line.get();
        if (!said.isBlank() && !debugger.execute(said)) {
          return ExitCode.DONE;
        }
        terminal.out().flush();
        last = said;
        line = lines.read("(debug) ");
      }
    }
    return ExitCode.DONE;
  }

  private <P, C, D> Steps<C, D> steps(Loaded<P, C, D> loaded) throws IOException {
    if (trace == null) {
      return Steps.of(loaded.machine(), input.start(loaded).configuration(), budget.budget());
    }
    try (TraceReader reader = TraceReader.open(trace)) {
      GivenTrace.require(trace, reader.header(), loaded, false);
    }
    return new FileSteps<>(trace, loaded.machine(), loaded.language().deltaJson(), loaded.source());
  }
}
