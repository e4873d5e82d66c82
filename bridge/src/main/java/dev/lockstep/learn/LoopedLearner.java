package dev.lockstep.learn;

import dev.lockstep.data.Marks;
import dev.lockstep.data.Observations;
import dev.lockstep.data.WindowCount;
import dev.lockstep.data.WindowSet;
import dev.lockstep.execute.Window;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.learn.Progress.Phase;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalTrainer;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.VisibleSets;
import dev.lockstep.verify.Certifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Trains a looped executor in two phases: on the windows of traces alone, until those are sure or
/// half the steps are spent; then also on the windows that enumeration finds wrong or unsure, until
/// none is left or all steps are spent.
///
/// Owns the model; `close` frees it.
public final class LoopedLearner implements AutoCloseable {
  private static final String TRAINER = "trainer";

  private final Layout<?, ?> layout;
  private final LearningPlan plan;
  private final ProgramHash program;
  private final Observations<?, ?> observations;
  private final LocalTrainer trainer;
  private final WindowNetwork network;
  private final WindowSet pool = new WindowSet();
  private final List<List<Integer>> added = new ArrayList<>();
  private final List<Progress.Report> curve = new ArrayList<>();
  private Optional<LoopedFigures.Standing> fromTraces = Optional.empty();

  private LoopedLearner(
      Lesson<?, ?> lesson, LearningPlan plan, ProgramHash program, LocalTrainer trainer) {
    this.layout = lesson.layout();
    this.plan = plan;
    this.program = program;
    this.trainer = trainer;
    this.network = new WindowNetwork(WindowShape.of(layout), trainer.model());
    this.observations = observed(lesson, plan);
    observations
        .windows()
        .windows()
        .forEach(window -> pool.add(window, observations.windows().target(window).orElseThrow()));
  }

  private static <C, D> Observations<C, D> observed(Lesson<C, D> lesson, LearningPlan plan) {
    Observations<C, D> observations = new Observations<>(lesson.machine(), lesson.layout());
    observations.observe(lesson.inputs(), Budget.ofSteps(plan.traceSteps()));
    return observations;
  }

  /// A training from its first step. Throws `TooManyWindows`.
  ///
  /// @param program the hash of what is learned, so that a checkpoint knows it
  public static LoopedLearner start(
      Lesson<?, ?> lesson, LearningPlan plan, ProgramHash program, Hardware hardware) {
    Certifier.requireEnumerable(lesson.layout());
    LocalModel model =
        LocalModel.seeded(plan.spec(WindowShape.of(lesson.layout())), plan.seed(), hardware);
    return new LoopedLearner(lesson, plan, program, new LocalTrainer(model, plan.training()));
  }

  /// The plan of the training that a checkpoint holds. Throws `ModelFileError`.
  public static LearningPlan planOf(Path checkpoint) {
    return LearningState.read(checkpoint).plan();
  }

  /// Goes on from a checkpoint as if training had not stopped. Throws `ModelFileError` where it is
  /// damaged or of another program.
  ///
  /// @param lesson the lesson that `planOf(checkpoint)` gives
  public static LoopedLearner resume(
      Lesson<?, ?> lesson, ProgramHash program, Path checkpoint, Hardware hardware) {
    LearningState state = LearningState.read(checkpoint);
    if (!state.program().equals(program.hex())) {
      throw new ModelFileError(checkpoint + ": the training of another program");
    }
    LocalTrainer trainer = LocalTrainer.resume(checkpoint.resolve(TRAINER), hardware);
    LoopedLearner learner = new LoopedLearner(lesson, state.plan(), program, trainer);
    state.added().forEach(listed -> learner.add(LearningState.window(listed)));
    learner.curve.addAll(state.curve());
    learner.fromTraces = state.fromTraces().stream().findFirst();
    return learner;
  }

  /// The model as it is now, owned by this.
  public LocalModel model() {
    return trainer.model();
  }

  /// Optimizer steps taken.
  public long steps() {
    return trainer.step();
  }

  /// Trains to the end; empty where `stop` said so before. Then, and from within `progress`, `save`
  /// keeps what there is.
  public Optional<LoopedFigures> learn(Progress progress, BooleanSupplier stop) {
    fillPool();
    while (!stop.getAsBoolean()) {
      Phase phase = fromTraces.isEmpty() ? Phase.TRACES : Phase.COUNTEREXAMPLES;
      Metrics metrics = trainer.advance((int) Math.min(round(), plan.steps() - trainer.step()));
      Survey survey = Survey.of(layout, network, observations.windows(), plan.margin());
      Progress.Report report = report(phase, metrics, survey);
      curve.add(report);
      if (phase == Phase.TRACES && tracesAreLearned(survey)) {
        fromTraces = Optional.of(standing(survey));
      }
      boolean done = fromTraces.isPresent() && (survey.weak().isEmpty() || spent());
      if (fromTraces.isPresent() && !done) {
        survey.weak().forEach(this::add);
        fillPool();
      }
      progress.report(report);
      if (done) {
        return Optional.of(figures(survey));
      }
    }
    return Optional.empty();
  }

  private boolean tracesAreLearned(Survey survey) {
    return survey.leastSeen() > plan.margin() || trainer.step() >= plan.steps() / 2;
  }

  private boolean spent() {
    return trainer.step() >= plan.steps();
  }

  /// Optimizer steps between two surveys: the more windows there are, the rarer surveys are.
  private long round() {
    long windows = (long) WindowCount.of(layout);
    return Math.clamp(windows / 150, 25, 1000);
  }

  private void add(Window window) {
    if (pool.add(window, layout.rule(window.cells()))) {
      added.add(LearningState.listed(window));
    }
  }

  private void fillPool() {
    Marks marks = Marks.of(layout);
    WindowShape shape = WindowShape.of(layout);
    VisibleSets examples = new VisibleSets(trainer.model().spec());
    int[] targets = new int[pool.size()];
    int[] strata = new int[pool.size()];
    for (int i = 0; i < pool.size(); i++) {
      Window window = pool.windows().get(i);
      shape.add(examples, window.cells());
      targets[i] = pool.target(window).orElseThrow();
      strata[i] = marks.stratum(window.cells());
    }
    trainer.pool(examples, targets, strata);
  }

  private Progress.Report report(Phase phase, Metrics metrics, Survey survey) {
    return new Progress.Report(
        phase,
        trainer.step(),
        plan.steps(),
        metrics.loss(),
        metrics.accuracy(),
        metrics.examples(),
        survey.seen(),
        survey.unseen(),
        survey.least());
  }

  private LoopedFigures.Standing standing(Survey survey) {
    return new LoopedFigures.Standing(
        trainer.step(), survey.seen(), survey.unseen(), survey.least());
  }

  private LoopedFigures figures(Survey survey) {
    return new LoopedFigures(
        new LoopedFigures.Traces(
            observations.runs(), observations.steps(), observations.windows().size()),
        fromTraces.orElseThrow(),
        standing(survey),
        added.size(),
        curve);
  }

  /// Writes a checkpoint, whole or not at all, in place of an earlier one.
  public void save(Path checkpoint) {
    AtomicDirectory.write(
        checkpoint,
        fresh -> {
          trainer.save(fresh.resolve(TRAINER));
          new LearningState(plan, program.hex(), added, fromTraces.stream().toList(), curve)
              .write(fresh);
        });
  }

  @Override
  public void close() {
    LocalModel model = trainer.model();
    trainer.close();
    model.close();
  }
}
