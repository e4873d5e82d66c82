package dev.lockstep.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.checker.Checker;
import dev.lockstep.execute.CellNetwork;
import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.ModelCertificate;
import dev.lockstep.verify.RuleTableFile;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines of several tapes, whose layout is what the heads see: learned, executed on longer
/// inputs, certified, checked; and what must not pass.
class LoopedTapesTest {
  private static final TuringLanguage LANGUAGE = new TuringLanguage();
  private static final Source SOURCE =
      new Source(
          "palindrome.tm",
          """
          tapes 2
          blank _
          start copy
          halt accept, reject
          copy: 0, _ -> 0, 0 R, R copy
          copy: 1, _ -> 1, 1 R, R copy
          copy: _, _ -> _, _ L, L back
          back: 0, any -> 0, same L, N back
          back: 1, any -> 1, same L, N back
          back: _, any -> _, same R, N compare
          compare: 0, 0 -> 0, _ R, L compare
          compare: 1, 1 -> 1, _ R, L compare
          compare: 0, 1 -> 0, _ N, N reject
          compare: 1, 0 -> 1, _ N, N reject
          compare: _, _ -> _, 1 N, N accept
          """);
  private static final TuringProgram PROGRAM = LANGUAGE.parse(SOURCE);
  private static final ProgramHash HASH = ProgramHash.of(LANGUAGE, PROGRAM);
  private static final LearningPlan PLAN =
      LearningPlan.DEFAULT.withSteps(3000).withSeed(3).withInputs(40, 5);

  @TempDir private Path folder;

  @Test
  void twoTapesFromTraceToCertificate() throws IOException {
    Lesson<TuringConfiguration, Act> lesson = Lesson.of(LANGUAGE, PROGRAM, PLAN);
    Path model = folder.resolve("model");
    try (LoopedLearner learner = LoopedLearner.start(lesson, PLAN, HASH, Hardware.CPU)) {
      LoopedFigures figures = learner.learn(Progress.silent(), () -> false).orElseThrow();
      LoopedModels.write(model, LANGUAGE, SOURCE, PROGRAM, learner.model(), PLAN, figures);
    }
    StoredModel stored = ModelDirectory.read(model);
    Machine<TuringConfiguration, Act> machine = LANGUAGE.load(PROGRAM);
    try (LoopedExecutor<TuringConfiguration, Act> executor =
        new LoopedExecutor<>(stored, machine, lesson.layout(), Hardware.CPU)) {
      assertThat(verify(machine, executor)).allMatch(Verdict::exact);
      Certificate certificate =
          ModelCertificate.of(stored, executor, lesson.layout(), "palindrome.tm", HASH);
      assertThat(certificate.holds()).as(certificate.objections().toString()).isTrue();
      assertThat(certificate.windows()).isEqualTo(3 * 5 * 3 * 3);
      assertThat(certificate.theorem()).contains("under each of the 2 heads one symbol");
    }
    assertThat(LoopedExecutor.shares(lesson.layout()).get(1)).contains("the tapes");
    checkerRefutesWhatIsWrong(model, lesson.layout());
  }

  /// Words ten times as long as those of training, palindromes and others.
  private static List<Verdict<TuringConfiguration, Act>> verify(
      Machine<TuringConfiguration, Act> machine,
      LoopedExecutor<TuringConfiguration, Act> executor) {
    String half =
        new SplittableRandom(5)
            .ints(25, 0, 2)
            .mapToObj(Integer::toString)
            .toList()
            .toString()
            .replaceAll("[^01]", "");
    String palindrome = half + new StringBuilder(half).reverse();
    return new Verifier<>(machine)
        .verifyAll(
            executor,
            Stream.of(palindrome, palindrome + "0", half, "")
                .map(text -> machine.start(Value.of(text)))
                .toList(),
            Budget.ofSteps(500));
  }

  private void checkerRefutesWhatIsWrong(Path model, Layout<?, ?> layout) throws IOException {
    Path rules = folder.resolve("rules.tsv");
    RuleTableFile.write(rules, layout, HASH);
    assertThat(check(model, rules)).startsWith("verdict: confirmed\nwindows: 135, of 3 places");
    assertThat(check(model, changed(rules, lines -> lines.subList(0, lines.size() - 1))))
        .startsWith("verdict: refuted")
        .contains("the table has 134 windows, there are 135");
    int stuck = layout.contents().indexOf("@!");
    assertThat(check(model, changed(rules, lines -> saying(lines, 1, stuck))))
        .startsWith("verdict: refuted")
        .contains("objection: margin");
    int other = layout.contents().indexOf("2:_");
    assertThat(check(model, changed(rules, lines -> saying(lines, 1, other))))
        .startsWith("verdict: refuted")
        .contains("a content where it does not belong");
  }

  private Path changed(Path rules, UnaryOperator<List<String>> change) throws IOException {
    return Files.write(
        folder.resolve("changed.tsv"), change.apply(new ArrayList<>(Files.readAllLines(rules))));
  }

  private static List<String> saying(List<String> lines, int line, int content) {
    lines.set(line, lines.get(line).replaceFirst("\\d+$", Integer.toString(content)));
    return lines;
  }

  private static String check(Path model, Path rules) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = Checker.run(new String[] {model.toString(), rules.toString()}, stream, stream);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isEqualTo(text.startsWith("verdict: confirmed") ? 0 : 1);
    return text;
  }

  /// The rule of one program, looped by the host of another of the same symbols and states, runs
  /// the first one.
  @Test
  void theHostOfSeveralTapesIsFreeOfTheProgram() {
    TuringProgram other =
        LANGUAGE.parse(new Source("b.tm", SOURCE.text().replace("R, L compare", "L, R back")));
    Layout<TuringConfiguration, Act> layout = LANGUAGE.layout(PROGRAM).orElseThrow();
    Machine<TuringConfiguration, Act> machine = LANGUAGE.load(PROGRAM);
    LayoutMachine<TuringConfiguration, Act> looped =
        new LayoutMachine<>(
            LANGUAGE.load(other),
            LANGUAGE.layout(other).orElseThrow(),
            CellNetwork.of(layout::rule));
    for (String word : List.of("", "0", "0110", "0111", "10101")) {
      Trace<TuringConfiguration, Act> trace =
          new Interpreter<>(looped).trace(looped.start(Value.of(word)), Budget.ofSteps(500));
      Trace<TuringConfiguration, Act> truth =
          new Interpreter<>(machine).trace(machine.start(Value.of(word)), Budget.ofSteps(500));
      assertThat(trace.deltas()).isEqualTo(truth.deltas());
      assertThat(trace.last()).isEqualTo(truth.last());
    }
  }
}
