package dev.lockstep.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.StoredModel;
import dev.lockstep.model.WrongProgram;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import dev.lockstep.verify.Agreement;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.CheckerProcess;
import dev.lockstep.verify.ModelCertificate;
import dev.lockstep.verify.RuleTableFile;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Turing machine all the way: learned, stored, executed, verified, certified, checked.
class LoopedTuringTest {
  private static final TuringLanguage LANGUAGE = new TuringLanguage();
  private static final Source SOURCE =
      new Source(
          "somewhere/increment.tm",
          """
          blank _
          start right
          halt done
          right: 0 -> 0 R right
          right: 1 -> 1 R right
          right: _ -> _ L carry
          carry: 1 -> 0 L carry
          carry: 0 -> 1 L done
          carry: _ -> 1 L done
          """);
  private static final TuringProgram PROGRAM = LANGUAGE.parse(SOURCE);
  private static final LearningPlan PLAN =
      LearningPlan.DEFAULT.withSteps(3000).withSeed(3).withInputs(20, 4);

  @Test
  void oneMachineFromTraceToCertificate(@TempDir Path folder) {
    Path model = folder.resolve("model");
    ProgramHash hash = ProgramHash.of(LANGUAGE, PROGRAM);
    Lesson<TuringConfiguration, Act> lesson = Lesson.of(LANGUAGE, PROGRAM, PLAN);
    try (LoopedLearner learner = LoopedLearner.start(lesson, PLAN, hash, Hardware.CPU)) {
      LoopedFigures figures = learner.learn(Progress.silent(), () -> false).orElseThrow();
      LoopedModels.write(model, LANGUAGE, SOURCE, PROGRAM, learner.model(), PLAN, figures);
    }

    StoredModel stored = ModelDirectory.read(model);
    stored.requireProgram("increment.tm", hash);
    assertThat(stored.card().programFile()).isEqualTo("increment.tm");
    Machine<TuringConfiguration, Act> machine = LANGUAGE.load(PROGRAM);
    try (LoopedExecutor<TuringConfiguration, Act> executor =
        new LoopedExecutor<>(stored, machine, lesson.layout(), Hardware.CPU)) {
      assertThat(verify(machine, executor)).allMatch(Verdict::exact);
      Certificate certificate =
          ModelCertificate.of(stored, executor, lesson.layout(), "increment.tm", hash);
      assertThat(certificate.holds()).isTrue();
      Path rules = folder.resolve("rules.tsv");
      RuleTableFile.write(rules, lesson.layout(), hash);
      CheckerProcess checker = CheckerProcess.run(model, rules, certificate.bound());
      assertThat(checker.confirmed()).as(checker.text()).isTrue();
      assertThat(checker.text()).contains("windows: " + certificate.windows());
    }
    Agreement agreement = Agreement.of(machine, lesson.layout(), lesson.inputs(), Budget.DEFAULT);
    assertThat(agreement.holds()).isTrue();
    assertThat(agreement.runs()).isEqualTo(20);
    assertOtherProgramsAreRefused(stored);
  }

  /// Inputs ten times as long as those of training, the longest carry among them.
  private static List<Verdict<TuringConfiguration, Act>> verify(
      Machine<TuringConfiguration, Act> machine,
      LoopedExecutor<TuringConfiguration, Act> executor) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder digits = new StringBuilder();
    random.ints(40, 0, 2).forEach(digits::append);
    return new Verifier<>(machine)
        .verifyAll(
            executor,
            Stream.of(digits.toString(), "1".repeat(40), "")
                .map(text -> machine.start(Value.of(text)))
                .toList(),
            Budget.ofSteps(200));
  }

  private static void assertOtherProgramsAreRefused(StoredModel stored) {
    TuringProgram sameCells =
        LANGUAGE.parse(new Source("b.tm", SOURCE.text().replace("0 -> 1 L", "0 -> 0 L")));
    TuringProgram otherCells =
        LANGUAGE.parse(new Source("c.tm", SOURCE.text().replace("carry", "back")));
    assertThatThrownBy(() -> stored.requireProgram("b.tm", ProgramHash.of(LANGUAGE, sameCells)))
        .isInstanceOf(WrongProgram.class);
    assertThatThrownBy(
            () ->
                new LoopedExecutor<>(
                    stored,
                    LANGUAGE.load(otherCells),
                    LANGUAGE.layout(otherCells).orElseThrow(),
                    Hardware.CPU))
        .isInstanceOf(ModelFileError.class)
        .hasMessageEndingWith("made for a program of other symbols or states");
  }
}
