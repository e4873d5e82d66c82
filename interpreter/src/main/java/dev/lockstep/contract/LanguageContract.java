package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.contract.Sampled.Ran;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.nio.file.Path;
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
    forEach(sources()::printedIsParsed);
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
    forEachRun((sampled, ran) -> laws(sampled, ran).coarserGrainsAgree());
  }

  @Test
  void aGuardedMachineIsTheMachine() {
    forEachRun((sampled, ran) -> laws(sampled, ran).guardedAgrees());
  }

  @Test
  void aRunResumedAnywhereGoesOnTheSame() {
    forEachRun((sampled, ran) -> laws(sampled, ran).resumedAgrees());
  }

  @Test
  void runsSideBySideAreTheRunsAlone() {
    forEachRun((sampled, ran) -> laws(sampled, ran).sideBySideAgree());
  }

  @Test
  void budgetsEndRunsWhereTheySay() {
    forEachRun((sampled, ran) -> laws(sampled, ran).budgetsEnd());
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
                Messages.assertSaid(e.getMessage());
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
          Messages.assertSaid(e.getMessage());
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
    int[] refused = {0};
    forEach(sampled -> refused[0] += sources().slipsAreLocated(sampled));
    assertTrue(refused[0] > 0, "no source with a slip was refused");
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
            language().runner(sampled.program()).ifPresent(laws(sampled, ran)::runnerAgrees));
  }

  private static <C, D> void startsOrRefuses(Machine<C, D> machine, Value odd) {
    try {
      C start = machine.start(odd);
      assertEquals(start, machine.start(odd), "started twice");
    } catch (InputError e) {
      Messages.assertSaid(e.getMessage());
    }
  }

  private SourceLaws<P, C, D> sources() {
    return new SourceLaws<>(language(), steps());
  }

  private RunLaws<C, D> laws(Sampled<P> sampled, Ran<C, D> ran) {
    return new RunLaws<>(ran, language().load(sampled.program()), steps());
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
