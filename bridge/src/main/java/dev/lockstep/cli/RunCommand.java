package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep run`: a program on one input, by the language's fastest engine.
@Command(
    name = "run",
    description = {
      "Runs a program on one input.",
      "What the program prints goes to standard output as it comes, then its result as one line of"
          + " JSON."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep run gcd.mu --input '{\"a\": 1071, \"b\": 462}'",
      "  lockstep run increment.tm --input '\"1011\"'",
      "  lockstep run sort.mu --input @numbers.json --json"
    })
final class RunCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", description = "A program.")
  private Path file;

  @Mixin private InputOption input;
  @Mixin private BudgetOptions budget;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Override
  public int run(Terminal terminal) {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) {
    Budget limits = budget.budget();
    Value start = input.start(loaded).input();
    Runner<D> runner =
        loaded
            .language()
            .runner(loaded.program())
            .orElseGet(() -> Runner.reference(loaded.machine()));
    try (RunPrinter<C, D> printer = new RunPrinter<>(loaded, limits, terminal, json)) {
      runner.run(start, limits, printer::line).ifPresent(printer::end);
      return printer.exitCode();
    }
  }
}
