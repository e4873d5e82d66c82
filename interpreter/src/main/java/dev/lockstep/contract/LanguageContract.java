package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.contract.Sampled.Ran;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Machines;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every language owes its users, as tests: extend it, return the language, run it.
///
/// ```java
/// class CounterLanguageTest extends LanguageContract<CounterProgram, Counters, Change> {
///   @Override
///   protected Language<CounterProgram, Counters, Change> language() {
///     return new CounterLanguage();
///   }
/// }
/// ```
///
/// Laws are held against programs that the language samples itself and those of `programs`; a
/// failure names the seed or the file and shows the program.
public abstract class LanguageContract<P, C, D> {
  private static final int MUTANTS = 4; // of each program

  /// The language under test.
  protected abstract Language<P, C, D> language();

  /// Further programs to hold the laws against, such as the examples.
  protected List<Source> programs() {
    return List.of();
  }

  /// How many programs are sampled.
  protected int seeds() {
    return 60;
  }

  /// The largest size that programs are sampled with.
  protected int size() {
    return 20;
  }

  /// The most steps of a run.
  protected int steps() {
    return 300;
  }

  @Test
  void isFoundByItsSuffixAndNamedInOneLine() {
    Language<P, C, D> language = language();
    assertEquals(
        language.getClass(),
        Languages.of(Path.of("program." + language.suffix())).getClass(),
        "the language of `." + language.suffix() + "` files (is it a registered service?)");
    assertEquals(
        List.of(language.name()),
        Languages.all().stream().map(Language::name).filter(language.name()::equals).toList(),
        "languages of that name");
    assertTrue(language.name().matches("[a-z][a-z0-9-]*"), "name: `" + language.name() + "`");
    assertTrue(
        language.description().matches("\\S[^\\r\\n]*"), "a description is one line of text");
  }

  @Test
  void samplesAndInputsFollowFromTheSeed() {
    Language<P, C, D> language = language();
    int inputs = 0;
    for (int seed = 0; seed < seeds(); seed++) {
      Sampled<P> sampled = Sampled.of(language, seed, size());
      assertEquals(sampled, Sampled.of(language, seed, size()), "seed " + seed + " again");
      inputs += sampled.input().isPresent() ? 1 : 0;
    }
    assertTrue(2 * inputs > seeds(), "an input was found for only " + inputs + " programs");
  }

  @Test
  void parsingAPrintedProgramGivesTheProgram() {
    Language<P, C, D> language = language();
    forEach(
        sampled -> {
          String printed = language.print(sampled.program());
          P read = language.parse(source(printed));
          assertEquals(sampled.program(), read, "printed and parsed");
          assertEquals(printed, language.print(read), "printed, parsed and printed");
          assertEquals(
              ProgramHash.of(language, sampled.program()), ProgramHash.of(language, read), "hash");
        });
  }

  @Test
  void runsAreDeterministicAndReplayedByApplyAlone() {
    forEachRun(
        (sampled, ran) -> {
          assertEquals(ran.trace(), run(sampled).orElseThrow().trace(), "the same run again");
          List<C> replayed =
              ran.trace().configurations(Answering.nothing(language().load(sampled.program())));
          assertEquals(ran.trace().last(), replayed.getLast(), "the replayed run's end");
          assertEquals(
              ran.trace().last().hashCode(), replayed.getLast().hashCode(), "equal, not in hash");
        });
  }

  @Test
  void coarserGrainsTakeTheSameSteps() {
    forEachRun(
        (sampled, ran) -> {
          Machine<C, D> machine = language().load(sampled.program());
          Trace<C, D> whole = ran.trace();
          Budget budget = Budget.ofSteps(steps());
          List<C> passed = whole.configurations(machine);
          assertEquals(
              passed.subList(1, passed.size()),
              new Interpreter<>(Machines.snapshots(machine)).trace(whole.start(), budget).deltas(),
              "snapshots");
          Trace<C, List<D>> strides =
              new Interpreter<>(Machines.strides(machine, 3)).trace(whole.start(), budget);
          List<D> flat = strides.deltas().stream().flatMap(List::stream).toList();
          int both = Math.min(flat.size(), whole.steps());
          assertEquals(whole.deltas().subList(0, both), flat.subList(0, both), "strides of 3");
          assertTrue(flat.size() >= whole.steps(), "strides of 3 end early");
        });
  }

  @Test
  void aGuardedMachineIsTheMachine() {
    forEachRun(
        (sampled, ran) -> {
          Machine<C, D> machine = language().load(sampled.program());
          Machine<C, D> wrong = new Answering<>(machine, _ -> new Next.Garbled<>("wrong"));
          List<Machines.Correction<C, D>> corrections = new ArrayList<>();
          Trace<C, D> guarded =
              new Interpreter<>(Machines.guarded(wrong, machine, corrections::add))
                  .trace(ran.trace().start(), Budget.ofSteps(steps()));
          assertEquals(ran.trace().deltas(), guarded.deltas(), "guarded");
          assertEquals(ran.trace().ending(), guarded.ending(), "guarded");
          assertTrue(corrections.size() >= ran.trace().steps(), "every step was wrong");
        });
  }

  @Test
  void aRunResumedAnywhereGoesOnTheSame() {
    forEachRun(
        (sampled, ran) -> {
          Machine<C, D> machine = language().load(sampled.program());
          List<C> all = ran.trace().configurations(machine);
          int at = new SplittableRandom(ran.trace().steps()).nextInt(all.size());
          Trace<C, D> rest =
              new Interpreter<>(machine).trace(all.get(at), Budget.ofSteps(steps() - at));
          List<D> left = ran.trace().deltas().subList(at, ran.trace().steps());
          assertEquals(left, rest.deltas(), "resumed after " + at + " steps");
          assertEquals(ran.trace().ending(), rest.ending(), "resumed after " + at + " steps");
        });
  }

  @Test
  void runsSideBySideAreTheRunsAlone() {
    forEachRun(
        (_, ran) -> {
          C start = ran.machine().start(ran.input());
          List<TraceRecorder<C, D>> sinks = List.of(new TraceRecorder<>(), new TraceRecorder<>());
          new Interpreter<>(ran.machine())
              .runAll(List.of(start, start), Budget.ofSteps(steps()), sinks);
          sinks.forEach(sink -> assertEquals(ran.trace(), sink.trace(), "side by side"));
        });
  }

  @Test
  void budgetsEndRunsWhereTheySay() {
    forEachRun(
        (_, ran) -> {
          Trace<C, D> whole = ran.trace();
          int half = whole.steps() / 2;
          Trace<C, D> cut =
              new Interpreter<>(ran.machine()).trace(whole.start(), Budget.ofSteps(half));
          assertEquals(whole.deltas().subList(0, half), cut.deltas(), half + " steps");
          if (half < whole.steps()) {
            assertEquals(new Ending.BudgetSpent(Budget.Limit.STEPS), cut.ending());
          }
          long most = 0;
          for (C configuration : whole.configurations(ran.machine())) {
            long cells = ran.machine().cells(configuration);
            assertTrue(cells >= 0, "a configuration of " + cells + " cells");
            assertTrue(ran.machine().depth(configuration) >= 1, "a depth below 1");
            most = Math.max(most, cells);
          }
          if (most > 0) {
            Budget tight = new Budget(steps(), most - 1, Budget.DEFAULT.depth());
            assertEquals(
                new Ending.BudgetSpent(Budget.Limit.CELLS),
                new Interpreter<>(ran.machine()).trace(whole.start(), tight).ending(),
                "a budget of one cell less than the run takes");
          }
        });
  }

  @Test
  void deltasSurviveJson() {
    forEachRun(
        (_, ran) -> {
          for (D delta : ran.trace().deltas()) {
            String json = language().deltaJson().write(delta).toString();
            assertEquals(
                delta, language().deltaJson().read(ValueJson.toNode(ValueJson.parse(json))), json);
          }
        });
  }

  @Test
  void aDeltaThatIsNoneIsRefused() {
    Stream.of("{}", "{\"nothing\":1}", "[]", "7", "\"x\"")
        .map(json -> ValueJson.toNode(ValueJson.parse(json)))
        .forEach(
            node -> {
              try {
                D read = language().deltaJson().read(node);
                assertEquals(node, language().deltaJson().write(read), "read as a delta");
              } catch (IllegalArgumentException e) {
                assertSaid(e.getMessage());
              }
            });
  }

  @Test
  void aForeignDeltaAppliesOrIsRefused() {
    List<Ran<C, D>> runs = sampled().stream().map(this::run).flatMap(Optional::stream).toList();
    for (int i = 0; i < runs.size(); i++) {
      List<C> here = runs.get(i).trace().configurations(runs.get(i).machine());
      SplittableRandom random = new SplittableRandom(i);
      for (D delta : runs.get((i + 1) % runs.size()).trace().deltas()) {
        C configuration = here.get(random.nextInt(here.size()));
        try {
          C after = runs.get(i).machine().apply(configuration, delta);
          assertEquals(after, runs.get(i).machine().apply(configuration, delta), "applied twice");
        } catch (IllegalArgumentException e) {
          assertSaid(e.getMessage());
        }
      }
    }
  }

  @Test
  void answersAreValuesAndOddInputsAreRefused() {
    forEachRun(
        (_, ran) -> {
          ran.machine()
              .output(ran.trace().last())
              .ifPresent(it -> assertEquals(it, ValueJson.parse(ValueJson.print(it))));
          Stream.of(
                  Value.of(-1),
                  new Value.Bool(true),
                  Value.of(""),
                  Value.of("\u0000😀é"),
                  new Value.Items(List.of(Value.of("a"), new Value.Items(List.of()))),
                  new Value.Fields(new LinkedHashMap<>()))
              .forEach(odd -> startsOrRefuses(ran.machine(), odd));
        });
  }

  @Test
  void sourcesWithSlipsGetLocatedDiagnostics() {
    Language<P, C, D> language = language();
    int[] refused = {0};
    forEach(
        sampled -> {
          String printed = language.print(sampled.program());
          SplittableRandom random = new SplittableRandom(printed.hashCode());
          for (int i = 0; i < MUTANTS; i++) {
            Source mutant = source(Mutants.of(printed, random));
            try {
              usable(mutant, sampled);
            } catch (SourceErrors errors) {
              refused[0]++;
              assertFalse(errors.diagnostics().isEmpty(), "errors without a diagnostic");
              errors.diagnostics().forEach(it -> assertTrue(it.isError(), it.message()));
              assertLocated(errors.diagnostics(), mutant);
            } catch (RuntimeException e) {
              fail("a source with a slip:\n" + mutant.text(), e);
            }
          }
        });
    assertTrue(refused[0] > 0, "no source with a slip was refused");
  }

  /// A changed source that is a program after all keeps the laws of programs.
  private void usable(Source mutant, Sampled<P> original) {
    P program = language().parse(mutant);
    assertLocated(language().warnings(program), mutant);
    assertEquals(program, language().parse(source(language().print(program))), mutant.text());
    try {
      new Sampled<>(mutant.name(), program, original.input())
          .run(language(), Budget.ofSteps(Math.min(50, steps())));
    } catch (InputError e) {
      assertSaid(e.getMessage());
    }
  }

  @Test
  void aLayoutTellsTheMachinesSteps() {
    forEachRun(
        (sampled, ran) -> {
          boolean certifiable = language().uncertifiable(sampled.program()).isEmpty();
          assertTrue(
              !certifiable || language().layout(sampled.program()).isPresent(),
              "certifiable, but without a layout");
          language()
              .layout(sampled.program())
              .map(layout -> new LayoutLaws<>(ran.machine(), layout))
              .ifPresent(
                  laws -> {
                    laws.contentsAreNamed();
                    List<C> all = ran.trace().configurations(ran.machine());
                    laws.ruleTellsTheSteps(all.subList(0, Math.min(50, all.size())));
                  });
        });
  }

  @Test
  void aRunnerIsTheInterpreterOnlyFaster() {
    forEachRun(
        (sampled, ran) ->
            language()
                .runner(sampled.program())
                .ifPresent(
                    runner -> {
                      long half = ran.trace().steps() / 2;
                      long cells = ran.machine().cells(ran.trace().last());
                      Stream.of(
                              Budget.ofSteps(steps()),
                              Budget.ofSteps(half),
                              new Budget(steps(), Math.max(0, cells - 1), 10),
                              new Budget(steps(), Budget.DEFAULT.cells(), 0))
                          .forEach(budget -> assertSameRun(ran, runner, budget));
                    }));
  }

  private static <C, D> void assertSameRun(Ran<C, D> ran, Runner<D> runner, Budget budget) {
    Runner<D> reference = Runner.reference(ran.machine());
    List<String> lines = new ArrayList<>();
    List<String> printed = new ArrayList<>();
    assertEquals(
        reference.run(ran.input(), budget, lines::add),
        runner.run(ran.input(), budget, printed::add),
        "a run by the runner within " + budget);
    assertEquals(lines, printed, "lines printed by the runner");
    List<Object> steps = new ArrayList<>();
    List<Object> taken = new ArrayList<>();
    assertEquals(
        reference.trace(ran.input(), budget, (delta, note) -> steps.add(List.of(delta, note))),
        runner.trace(ran.input(), budget, (delta, note) -> taken.add(List.of(delta, note))),
        "a trace by the runner within " + budget);
    assertEquals(steps, taken, "steps traced by the runner");
  }

  private static <C, D> void startsOrRefuses(Machine<C, D> machine, Value odd) {
    try {
      C start = machine.start(odd);
      assertEquals(start, machine.start(odd), "started twice");
    } catch (InputError e) {
      assertSaid(e.getMessage());
    }
  }

  private static void assertLocated(List<Diagnostic> diagnostics, Source source) {
    int before = 0;
    for (Diagnostic diagnostic : diagnostics) {
      assertSaid(diagnostic.message());
      diagnostic.hint().ifPresent(LanguageContract::assertSaid);
      int start = diagnostic.span().start();
      assertTrue(start >= before, "not in order of place: " + diagnostic.message());
      assertTrue(
          diagnostic.span().end() <= source.text().length(),
          "outside the source: " + diagnostic.message());
      assertFalse(diagnostic.render(source).isBlank());
      before = start;
    }
  }

  private static void assertSaid(String message) {
    assertTrue(message != null && !message.isBlank(), "an error without words");
  }

  private Source source(String text) {
    return new Source("printed." + language().suffix(), text);
  }

  private List<Sampled<P>> sampled() {
    return Sampled.all(language(), seeds(), size(), programs());
  }

  private Optional<Ran<C, D>> run(Sampled<P> sampled) {
    return sampled.run(language(), Budget.ofSteps(steps()));
  }

  private void forEach(Consumer<Sampled<P>> law) {
    for (Sampled<P> sampled : sampled()) {
      try {
        law.accept(sampled);
      } catch (AssertionError | RuntimeException e) {
        String printed = language().print(sampled.program());
        throw new AssertionError(sampled.name() + ": " + e.getMessage() + "\n" + printed, e);
      }
    }
  }

  private void forEachRun(RunLaw<P, C, D> law) {
    forEach(sampled -> run(sampled).ifPresent(ran -> law.hold(sampled, ran)));
  }

  @FunctionalInterface
  private interface RunLaw<P, C, D> {
    void hold(Sampled<P> sampled, Ran<C, D> ran);
  }
}
