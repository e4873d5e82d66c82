package dev.lockstep.cli;

import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Replay;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceOutcome;
import dev.lockstep.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep replay`: a trace followed by its deltas alone.
@Command(
    name = "replay",
    description = {
      "Follows a trace by its deltas alone, without the program's rules: prints what was printed,"
          + " then the answer that the deltas lead to.",
      "Exit code 1 where that is not the answer that the trace claims. Whether the steps are the"
          + " program's, `verify --trace` says."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep replay run.jsonl increment.tm",
      "  lockstep replay run.jsonl increment.tm --configurations",
      "  lockstep replay run.jsonl increment.tm --at 5"
    })
final class ReplayCommand implements LockstepCommand {
  @Parameters(index = "0", paramLabel = "TRACE", description = "A trace file.")
  private Path trace;

  @Parameters(index = "1", paramLabel = "FILE", description = "The program of the trace.")
  private Path file;

  @Option(names = "--configurations", description = "Print every configuration.")
  private boolean configurations;

  @Option(
      names = "--at",
      paramLabel = "STEP",
      description = "Print the configuration after so many steps, and nothing else.")
  private long at = -1;

  @Override
  public int run(Terminal terminal) throws IOException {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    try (TraceReader reader = TraceReader.open(trace)) {
      GivenTrace.require(trace, reader.header(), loaded, false);
      Replay<C, D> replay = new Replay<>(reader, loaded.machine(), loaded.language().deltaJson());
      long steps = 0;
      show(steps, replay.configuration(), terminal);
      Optional<TraceEvent<D>> event = replay.advance();
      while (event.isPresent()) {
        steps++;
        if (at < 0 && !configurations) {
          event.get().printed().forEach(terminal.out()::println);
        }
        show(steps, replay.configuration(), terminal);
        event = replay.advance();
      }
      if (at > steps) {
        throw new Misuse("--at " + at + ": the trace has " + steps + " steps");
      }
      return at >= 0
          ? ExitCode.DONE
          : judge(loaded, replay.configuration(), reader.outcome(), terminal);
    }
  }

  private <C> void show(long steps, C configuration, Terminal terminal) {
    if (configurations && at < 0) {
      terminal.out().println(String.format(Locale.ROOT, "%6d  %s", steps, configuration));
    } else if (steps == at) {
      terminal.out().println(configuration);
    }
  }

  private <P, C, D> int judge(
      Loaded<P, C, D> loaded, C last, TraceOutcome outcome, Terminal terminal) {
    Optional<Value> found = loaded.machine().output(last);
    if (outcome instanceof TraceOutcome.Halted(Optional<Value> claimed)) {
      found.ifPresent(it -> terminal.out().println(ValueJson.print(it)));
      if (!claimed.equals(found)) {
        terminal
            .err()
            .println(
                trace
                    + ": error: the trace claims "
                    + words(claimed)
                    + ", its deltas lead to "
                    + words(found));
        return ExitCode.CHECK_FAILED;
      }
      return ExitCode.DONE;
    }
    Ending ending = outcome.ending(loaded.source());
    terminal.err().println(trace + ": the run " + ending.describe());
    return ExitCode.DONE;
  }

  private static String words(Optional<Value> value) {
    return value.map(it -> "`" + ValueJson.print(it) + "`").orElse("no answer");
  }
}
