package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramTests;
import dev.lockstep.machine.RunSink;
import dev.lockstep.trace.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep test`: the tests that programs hold.
@Command(
    name = "test",
    description = {
      "Runs the tests in programs: in Mu, blocks `test \"name\" { … }`.",
      "A test is passed where its run ends without a fault; what it prints is not shown."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep test lists.mu", "  lockstep test --json *.mu"})
final class TestCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Programs.")
  private List<Path> files;

  @Mixin private BudgetOptions budget;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public int run(Terminal terminal) {
    ObjectNode report = JsonTrees.MAPPER.createObjectNode();
    ArrayNode all = report.putArray("tests");
    Tally tally = new Tally();
    for (Path file : files) {
      run(file, Languages.of(file), terminal, all, tally);
    }
    if (json) {
      report.put("passed", tally.passed).put("failed", tally.failed);
      terminal.out().println(report);
    } else {
      terminal.out().println(tally.passed + " passed, " + tally.failed + " failed");
    }
    return tally.failed == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static final class Tally {
    private int passed;
    private int failed;
  }

  private <P, C, D> void run(
      Path file, Language<P, C, D> language, Terminal terminal, ArrayNode all, Tally tally) {
    Source source = language.read(file);
    ProgramTests<C, D> tests =
        language
            .tests(language.parse(source))
            .orElseThrow(
                () -> new Misuse(file + ": " + language.name() + " programs hold no tests"));
    for (ProgramTests.Case<C> test : tests.cases()) {
      if (!source.nameAt(test.span().start()).equals(source.name())) {
        continue; // of an imported file
      }
      Optional<Fault> fault = fault(tests, test);
      if (fault.isEmpty()) {
        tally.passed++;
      } else {
        tally.failed++;
      }
      if (json) {
        all.add(toJson(source, test.name(), fault));
      } else {
        terminal.out().println((fault.isEmpty() ? "passed" : "FAILED") + "  " + test.name());
        terminal.out().flush();
        fault.ifPresent(it -> terminal.err().println(it.render(source) + "\n"));
      }
    }
  }

  /// Why a test is not passed.
  private <C, D> Optional<Fault> fault(ProgramTests<C, D> tests, ProgramTests.Case<C> test) {
    Outcome<C, D> outcome = new Outcome<>();
    new Interpreter<>(tests.machine()).run(test.start(), budget.budget(), outcome);
    return outcome.ending.flatMap(
        ending ->
            switch (ending) {
              case Ending.Halted() -> Optional.empty();
              case Ending.Failed(Fault fault) -> Optional.of(fault);
              case Ending.BudgetSpent(Budget.Limit limit) ->
                  Optional.of(
                      new Fault(
                          "the budget for " + limit.noun() + " is spent",
                          outcome.reached.or(() -> Optional.of(test.span())),
                          Optional.of("Raise it with " + limit.option() + ".")));
              case Ending.Garbled(String why) -> throw new IllegalStateException(why);
            });
  }

  /// How a run ends, and where its last step is.
  private static final class Outcome<C, D> implements RunSink<C, D> {
    private Optional<Span> reached = Optional.empty();
    private Optional<Ending> ending = Optional.empty();

    @Override
    public boolean step(D delta, Note note, C after) {
      reached = note.span();
      return true;
    }

    @Override
    public void end(Ending how, C last) {
      ending = Optional.of(how);
    }
  }

  /// `file` is that of the test: the fault may stand in one that it imports.
  private static void place(ObjectNode node, Place at) {
    at.file().ifPresent(it -> node.put("faultFile", it));
    node.put("line", at.line()).put("column", at.column());
  }

  private static ObjectNode toJson(Source source, String name, Optional<Fault> fault) {
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    node.put("file", source.name()).put("name", name).put("passed", fault.isEmpty());
    fault.ifPresent(
        it -> {
          node.put("message", it.message());
          it.span().map(span -> Place.of(span, source)).ifPresent(at -> place(node, at));
        });
    return node;
  }
}
