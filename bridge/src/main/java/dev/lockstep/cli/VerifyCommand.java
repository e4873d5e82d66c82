package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceReader;
import dev.lockstep.verify.TraceJudge;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep verify`: network and interpreter in lockstep, or a claimed trace judged.
@Command(
    name = "verify",
    description = {
      "Runs network and interpreter in lockstep, and names the first step where they part.",
      "With --trace: judges a trace file, whoever wrote it."
    },
    customSynopsis = {
      "lockstep verify [OPTIONS] MODEL FILE",
      "       lockstep verify [OPTIONS] --trace=TRACE FILE"
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep verify increment.model increment.tm --trials 50 --max-size 100",
      "  lockstep verify increment.model increment.tm --inputs hard.jsonl --json",
      "  lockstep verify --trace claimed.jsonl increment.tm"
    })
final class VerifyCommand implements LockstepCommand {
  private static final int SIDE_BY_SIDE = 16;

  @Parameters(
      paramLabel = "MODEL FILE",
      arity = "1..2",
      description = "A model's directory (not with --trace), and the program.")
  private List<Path> paths;

  @Option(names = "--trace", paramLabel = "TRACE", description = "A trace file to judge.")
  private Path trace;

  @Mixin private ProgramInputs inputs;
  @Mixin private BudgetOptions budget;

  @Option(
      names = "--any-program",
      description = "Go on where the model or trace is of another program.")
  private boolean anyProgram;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Override
  public int run(Terminal terminal) throws IOException {
    if (trace != null) {
      requirePaths(1, "--trace TRACE FILE: expected one program after the trace");
      return judge(Loaded.open(paths.getFirst()), terminal);
    }
    requirePaths(2, "expected MODEL FILE: a model's directory and a program");
    return verify(Loaded.open(paths.get(1)), terminal);
  }

  private void requirePaths(int count, String message) {
    if (paths.size() != count) {
      throw new Misuse(message);
    }
  }

  private <P, C, D> int verify(Loaded<P, C, D> loaded, Terminal terminal) {
    StoredModel stored = OpenModel.read(paths.getFirst(), loaded, anyProgram);
    List<Value> all = inputs.of(loaded);
    Budget limits = budget.budget();
    VerifyReport<C, D> report = new VerifyReport<>(loaded, stored);
    try (Interruption interruption = Interruption.told(terminal);
        OpenModel<C, D> model = OpenModel.open(stored, loaded);
        LiveLine line = new LiveLine(terminal, "verify", all.size())) {
      Verifier<C, D> verifier = new Verifier<>(model.truth());
      report.share(model.shares());
      Executor<C, D> executor = interruption.watched(model.executor());
      for (int from = 0; from < all.size(); from += SIDE_BY_SIDE) {
        List<Value> some = all.subList(from, Math.min(all.size(), from + SIDE_BY_SIDE));
        List<C> starts = some.stream().map(loaded.machine()::start).toList();
        List<Verdict<C, D>> verdicts = verifier.verifyAll(executor, starts, limits);
        for (int i = 0; i < verdicts.size(); i++) {
          report.add(some.get(i), verdicts.get(i));
        }
        line.at(from + some.size(), report.brief());
      }
    }
    terminal.out().print(json ? report.json() + "\n" : report.text());
    return report.exact() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private <P, C, D> int judge(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    try (TraceReader reader = TraceReader.open(trace)) {
      GivenTrace.require(trace, reader.requireAll().header(), loaded, anyProgram);
      TraceJudge.Judgement<C, D> judgement =
          new TraceJudge<>(
                  truth(loaded, reader.header()), loaded.language().deltaJson(), loaded.source())
              .judge(reader);
      if (json) {
        terminal
            .out()
            .println(
                JsonTrees.MAPPER
                    .createObjectNode()
                    .put("trace", trace.toString())
                    .put("program", loaded.source().name())
                    .put("exact", judgement.exact())
                    .put("sealed", reader.sealed())
                    .put("steps", judgement.steps())
                    .put("verdict", judgement.describe()));
      } else {
        String at = judgement.exact() ? trace.toString() : trace + ":" + reader.line();
        terminal.out().println(at + ": " + judgement.describe());
      }
      return judgement.exact() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
  }

  /// A scratchpad's steps leave out what its tokens do not say.
  private static <C, D> Machine<C, D> truth(Loaded<?, C, D> loaded, TraceHeader header) {
    return header.executor().equals(ModelKind.Scratchpad.NAME)
        ? OpenModel.truth(loaded.spelt())
        : loaded.machine();
  }
}
