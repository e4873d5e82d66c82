package dev.lockstep.examples.demo;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.grammar.Source;
import dev.lockstep.learn.LearningPlan;
import dev.lockstep.learn.Lesson;
import dev.lockstep.learn.LoopedFigures;
import dev.lockstep.learn.LoopedLearner;
import dev.lockstep.learn.LoopedModels;
import dev.lockstep.learn.Progress;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.verify.Agreement;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Certifier;
import dev.lockstep.verify.CheckerProcess;
import dev.lockstep.verify.ConfigurationText;
import dev.lockstep.verify.ModelCertificate;
import dev.lockstep.verify.RuleTableFile;
import dev.lockstep.verify.Score;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Part one: a looped network learns a Turing machine from short runs, runs ten times longer ones,
/// and is certified.
final class TuringStory<P, C, D> {
  private static final int TRAINED = 8; // symbols of a training input, at most
  private static final List<Integer> LONGER = List.of(20, 40, 80, 100);
  private static final int RUNS = 8; // of each length
  private static final Budget BUDGET = Budget.ofSteps(200_000);

  private final Narrator narrator;
  private final Language<P, C, D> language;
  private final Source source;
  private final P program;
  private final boolean adds;
  private final long seed;
  private final Hardware hardware;
  private final Machine<C, D> machine;
  private final Layout<C, D> layout;

  /// @param adds whether the program is the demo's own adder, whose inputs are sums
  TuringStory(
      Narrator narrator, Language<P, C, D> language, Source source, boolean adds, long seed) {
    this.narrator = narrator;
    this.language = language;
    this.source = source;
    this.program = language.parse(source);
    this.adds = adds;
    this.seed = seed;
    this.hardware = Hardware.best();
    this.machine = language.load(program);
    this.layout =
        language
            .layout(program)
            .filter(it -> it.places().isEmpty())
            .orElseThrow(
                () ->
                    new InputError(
                        source.name() + ": part one needs a program whose runs are rows of cells"));
  }

  TuringFigures tell(Path folder) throws IOException {
    narrator.heading("1 · " + source.name() + ": a looped network executes a Turing machine");
    narrator.say("What the network says, and what the Java code around it supplies:");
    narrator.list(LoopedExecutor.SHARES);
    LearningPlan plan = LearningPlan.DEFAULT.withSeed(seed).withInputs(256, TRAINED);
    ProgramHash hash = ProgramHash.of(language, program);
    narrator.say("");
    narrator.figure("program", "%s, sha256 %s", source.name(), hash.hex().substring(0, 16));
    narrator.figure("seed", "%d", seed);
    narrator.figure(
        "supervision", "%d traces of inputs of at most %d symbols", plan.inputs(), plan.size());
    long begun = System.nanoTime();
    try (LoopedLearner learner = LoopedLearner.start(lesson(plan), plan, hash, hardware)) {
      LoopedFigures learned = learner.learn(this::progress, () -> false).orElseThrow();
      double seconds = (System.nanoTime() - begun) / 1e9;
      describe(learned, seconds);
      return judge(folder, plan, hash, learner, learned, seconds);
    }
  }

  /// The plan's inputs; for the adder, half of them are sums.
  private Lesson<C, D> lesson(LearningPlan plan) {
    Lesson<C, D> lesson = Lesson.of(language, program, plan);
    if (!adds) {
      return lesson;
    }
    List<Value> inputs = new ArrayList<>(lesson.inputs().subList(0, plan.inputs() / 2));
    for (int length = 3; length <= TRAINED; length++) {
      inputs.addAll(LongInputs.sums(seed + length, length, plan.inputs() / 2 / (TRAINED - 2)));
    }
    return new Lesson<>(machine, layout, inputs);
  }

  private void progress(Progress.Report report) {
    narrator.progress(
        "step %,d  loss %.4f  seen windows %.2f %%  never seen %.2f %%",
        report.step(), report.loss(), 100 * report.seen().rate(), 100 * report.unseen().rate());
  }

  private void describe(LoopedFigures learned, double seconds) {
    narrator.figure(
        "traces",
        "%,d runs, %,d steps, %,d different windows",
        learned.traces().runs(),
        learned.traces().steps(),
        learned.traces().windows());
    narrator.figure("from traces alone", "windows seen %s", learned.fromTraces().seen().describe());
    narrator.figure("", "windows never seen %s", learned.fromTraces().unseen().describe());
    narrator.figure(
        "after counterexamples",
        "%s of the others, %,d windows were added by enumeration",
        learned.afterCounterexamples().unseen().describe(),
        learned.counterexamples());
    narrator.figure(
        "training",
        "%,d optimizer steps in %.1f s",
        learned.afterCounterexamples().steps(),
        seconds);
  }

  private TuringFigures judge(
      Path folder,
      LearningPlan plan,
      ProgramHash hash,
      LoopedLearner learner,
      LoopedFigures learned,
      double seconds)
      throws IOException {
    Path model = folder.resolve("looped.model");
    LoopedModels.write(model, language, source, program, learner.model(), plan, learned);
    String weights = learner.model().weights().sha256();
    narrator.figure("weights", "sha256 %s", weights);

    WindowNetwork network = new WindowNetwork(WindowShape.of(layout), learner.model());
    Score score = verify(network);
    Certificate.Subject subject =
        new Certificate.Subject(
            source.name(), hash.hex(), weights, Arithmetic.of(learner.model().hardware()));
    Certificate certificate =
        Certifier.certify(
                layout, network, ModelCertificate.otherWays(model, subject.arithmetic()), subject)
            .compared(Agreement.of(machine, layout, inputs(LONGER.getFirst(), RUNS), BUDGET));
    Path rules = folder.resolve("rules.tsv");
    RuleTableFile.write(rules, layout, hash);
    CheckerProcess checker = CheckerProcess.run(model, rules, certificate.bound());
    certified(certificate, checker);
    Optional<TuringFigures.Sabotage> sabotage =
        new Sabotages<>(
                machine,
                layout,
                learner.model().spec(),
                learner.model().weights(),
                subject,
                hardware)
            .on(inputs(LONGER.getFirst(), 1).getFirst(), view());
    flipped(sabotage);
    narrator.say("");
    narrator.say("  Not claimed:");
    narrator.list(certificate.notClaimed());
    return new TuringFigures(
        source.name(),
        TRAINED,
        learned,
        seconds,
        score,
        LONGER.getLast(),
        certificate,
        checker.text().lines().toList(),
        checker.confirmed(),
        sabotage,
        LONGER.get(1),
        RowPicture.of(machine, layout, inputs(LONGER.get(1), 1).getFirst(), BUDGET));
  }

  private List<Value> inputs(int length, int count) {
    if (adds) {
      return LongInputs.sums(seed + length, length, count);
    }
    SplittableRandom random = new SplittableRandom(seed + length);
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(language.input(program, random.split(), length));
    }
    return inputs;
  }

  private Score verify(WindowNetwork network) {
    narrator.say("");
    narrator.say("Whole traces on longer inputs, every step held against the interpreter's:");
    Interpreter<C, D> looped = new Interpreter<>(new LayoutMachine<>(machine, layout, network));
    Score score = Score.empty();
    for (int length : LONGER) {
      List<Value> inputs = inputs(length, RUNS);
      List<Verdict<C, D>> verdicts =
          new Verifier<>(machine)
              .verifyAll(looped, inputs.stream().map(machine::start).toList(), BUDGET);
      for (Verdict<C, D> verdict : verdicts) {
        score = score.with(length, verdict);
      }
      narrator.figure(
          length + " symbols",
          "%s runs exact, %,d steps agreed; such as %s",
          score.rows().getLast().exact().describe(),
          score.rows().getLast().steps(),
          shortened(ValueJson.print(inputs.getLast()) + " " + verdicts.getLast().describe()));
    }
    return score;
  }

  private static String shortened(String text) {
    return text.length() <= 60
        ? text
        : text.substring(0, 24) + "…" + text.substring(text.length() - 34);
  }

  private void certified(Certificate certificate, CheckerProcess checker) {
    narrator.say("");
    narrator.say(
        "The certificate, and the independent checker (plain Java, float64, own process):");
    narrator.figure("engine", "%s", certificate.holds() ? "CERTIFIED" : "NOT CERTIFIED");
    narrator.figure("cases", "%,d windows, all there are", certificate.windows());
    narrator.figure(
        "least margin",
        "%.3f on %s (bound %.3f, noise %.1e)",
        certificate.leastMargin(),
        certificate.leastWindow(),
        certificate.bound(),
        certificate.spread().greatest());
    checker.text().lines().forEach(line -> narrator.say("  checker | " + line));
    if (certificate.holds()) {
      certificate.theorem().lines().forEach(line -> narrator.say("  " + line));
      narrator.say("  Assumed:");
      narrator.list(certificate.assumptions());
    } else {
      certificate.failures().stream().limit(3).forEach(failure -> narrator.say("  " + failure));
      narrator.list(certificate.objections());
    }
  }

  private void flipped(Optional<TuringFigures.Sabotage> sabotage) {
    narrator.say("");
    sabotage.ifPresentOrElse(
        it -> {
          narrator.say("One weight's sign flipped: " + it.weight());
          narrator.figure("the certificate", "refused, %,d windows fail", it.wrong());
          narrator.figure(
              "failing case",
              "%s: expected %s, proposed %s; %s",
              it.failing(),
              it.expected(),
              it.proposed(),
              it.rule());
          narrator.figure("in a run", "input %s goes wrong at", it.input());
          it.departure().lines().forEach(line -> narrator.say("    " + line));
        },
        () -> narrator.say("No single flipped sign that was tried changed this run."));
  }

  private ConfigurationText<C> view() {
    return configuration -> {
      StringBuilder text = new StringBuilder();
      for (int cell : layout.row(configuration).cells()) {
        text.append(layout.contents().get(cell)).append(' ');
      }
      return text.toString().strip();
    };
  }
}
