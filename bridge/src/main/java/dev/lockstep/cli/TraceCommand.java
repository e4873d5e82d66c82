package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.store.ParquetTrace;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep trace`: every step of a run, for people or as a trace file.
@Command(
    name = "trace",
    description = {
      "Runs a program and writes every step of the run, one line of JSON a step, or as Parquet.",
      "The format is described in docs/traces.md. `lockstep trace query` asks many traces at once."
    },
    mixinStandardHelpOptions = true,
    subcommands = TraceQueryCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep trace increment.tm --input '\"1011\"' --pretty",
      "  lockstep trace gcd.mu --input '{\"a\": 12, \"b\": 18}' -o gcd.jsonl",
      "  lockstep trace hanoi.mu --input '{\"n\": 9}' --grain call --every 10 --pretty",
      "  lockstep trace gcd.mu --input '{\"a\": 12, \"b\": 18}' --format parquet -o gcd.parquet",
      "  lockstep trace rule-110.ca --resume first.jsonl --max-steps 1000 -o longer.jsonl",
      "  lockstep trace query \"SELECT kind, count(*) FROM events GROUP BY kind\" traces"
    })
final class TraceCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A program.")
  private Path file;

  @Mixin private ResumeOption start;
  @Mixin private BudgetOptions budget;
  @Mixin private SelectionOptions selection;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the trace (default: standard output).")
  private Path output;

  @Option(names = "--pretty", description = "Write for people instead of as JSON.")
  private boolean pretty;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (default) or parquet, which needs -o.")
  private Format format;

  private enum Format {
    JSONL,
    PARQUET
  }

  @Override
  public int run(Terminal terminal) throws IOException {
    if (file == null) {
      throw new Misuse("expected a program: `lockstep trace FILE`");
    }
    if (format == Format.PARQUET && (output == null || pretty)) {
      throw new Misuse("--format parquet: expected a file to write (-o FILE), and not --pretty");
    }
    write(Loaded.open(file), terminal);
    return ExitCode.DONE;
  }

  private <P, C, D> void write(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    ResumeOption.Wish<D> wish = start.wish(loaded);
    Budget limits = budget.budget();
    TraceHeader header =
        loaded.header(TraceHeader.INTERPRETER, wish.input(), limits).of(selection.selection());
    if (format == Format.PARQUET) {
      parquet(loaded, header, wish.runner());
    } else if (output == null) {
      lines(loaded, header, wish.runner(), terminal.out());
    } else {
      try (AtomicFile whole = OutputFile.open(output)) {
        lines(loaded, header, wish.runner(), whole.stream());
        whole.commit();
      }
    }
  }

  private <P, C, D> void lines(
      Loaded<P, C, D> loaded, TraceHeader header, Runner<D> runner, OutputStream out) {
    if (pretty) {
      PrettyTrace<C, D> people = new PrettyTrace<>(out, header, loaded);
      people.begin();
      run(runner, header, people).ifPresent(people::end);
    } else {
      TraceWriter<C, D> writer =
          new TraceWriter<>(
              out, header, loaded.machine(), loaded.language().deltaJson(), loaded.source());
      writer.begin();
      run(runner, header, writer).ifPresent(it -> writer.end(it.ending(), it.output()));
    }
  }

  private <P, C, D> void parquet(Loaded<P, C, D> loaded, TraceHeader header, Runner<D> runner)
      throws IOException {
    try (ParquetTrace<C, D> rows = open(loaded, header)) {
      Optional<Runner.Finish> finish = run(runner, header, rows);
      if (finish.isPresent()) {
        rows.end(finish.get().ending(), finish.get().output());
      }
    }
  }

  private <P, C, D> ParquetTrace<C, D> open(Loaded<P, C, D> loaded, TraceHeader header) {
    try {
      return new ParquetTrace<>(
          output, header, loaded.machine(), loaded.language().deltaJson(), loaded.source());
    } catch (IOException e) {
      throw new Misuse("-o " + output + ": cannot be written: " + UserErrors.words(e));
    }
  }

  private static <D> Optional<Runner.Finish> run(
      Runner<D> runner, TraceHeader header, StepSink<D> sink) {
    return runner.trace(header.input(), header.budget(), sink);
  }
}
