package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      "  lockstep run sort.mu --input @numbers.json --json",
      "  lockstep run rule-110.ca --resume first.jsonl --max-steps 1000"
    })
final class RunCommand implements LockstepCommand {
  /// A failed run of at most so many steps is taken again, to show its calls.
  static final long MOST_STEPS_AGAIN = 1_000_000;

  @Parameters(paramLabel = "FILE", description = "A program.")
  private Path file;

  @Mixin private ResumeOption start;
  @Mixin private BudgetOptions budget;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Override
  public int run(Terminal terminal) {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) {
    Budget limits = budget.budget();
    ResumeOption.Wish<D> wish = start.wish(loaded);
    try (RunPrinter<C, D> printer = new RunPrinter<>(loaded, limits, terminal, json)) {
      Optional<Runner.Finish> finish = wish.runner().run(wish.input(), limits, printer::line);
      finish.ifPresent(it -> printer.end(it, calls(loaded, wish.input(), limits, it)));
      return printer.exitCode();
    }
  }

  /// The calls that were under way where a run failed: only the interpreter knows them, so it takes
  /// the run again where that is quick.
  private static <P, C, D> List<Frame> calls(
      Loaded<P, C, D> loaded, Value input, Budget limits, Runner.Finish finish) {
    boolean failed =
        switch (finish.ending()) {
          case Ending.Failed _ -> true;
          case Ending.BudgetSpent(Budget.Limit limit) -> limit == Budget.Limit.DEPTH;
          case Ending.Halted(), Ending.Garbled _ -> false;
        };
    if (!failed || finish.steps() > MOST_STEPS_AGAIN) {
      return List.of();
    }
    Machine<C, D> machine = loaded.machine();
    List<Frame> calls = new ArrayList<>();
    new Interpreter<>(machine)
        .run(
            machine.start(input),
            limits,
            new RunSink<C, D>() {
              @Override
              public boolean step(D delta, Note note, C after) {
                return true;
              }

              @Override
              public void end(Ending ending, C last) {
                calls.addAll(machine.frames(last));
              }
            });
    return calls;
  }
}
