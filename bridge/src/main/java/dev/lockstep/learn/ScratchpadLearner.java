package dev.lockstep.learn;

import dev.lockstep.execute.Scribe;
import dev.lockstep.execute.TokenWriter;
import dev.lockstep.learn.Progress.Phase;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.Weights;
import dev.lockstep.notation.Spelt;
import dev.lockstep.verify.Proportion;
import dev.lockstep.verify.TokenVerdict;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Trains a scratchpad executor in two phases: on the runs of the first inputs alone, for half of
/// the steps; then also on fresh inputs of the same sizes that it gets wrong.
///
/// Owns the model; `close` frees it.
public final class ScratchpadLearner<C, D> implements AutoCloseable {
  private static final String TRAINER = "trainer";
  private static final int ROUNDS = 20;
  private static final int STEPS_AT_ONCE = 50; // then it may be asked to stop
  private static final int FRESH = 32;

  private final Spelt<C, D> spelt;
  private final ScratchpadPlan plan;
  private final ProgramHash program;
  private final ScratchpadLesson<C, D> lesson;
  private final Pupil<C, D> pupil;
  private final List<Integer> added = new ArrayList<>();
  private final List<Progress.Report> curve = new ArrayList<>();
  private Optional<ScratchpadFigures.Standing> fromTraces = Optional.empty();
  private int drawn;
  private long trainingNanos;

  private ScratchpadLearner(
      Spelt<C, D> spelt,
      ScratchpadPlan plan,
      ProgramHash program,
      ScratchpadLesson<C, D> lesson,
      Pupil<C, D> pupil) {
    this.spelt = spelt;
    this.plan = plan;
    this.program = program;
    this.lesson = lesson;
    this.pupil = pupil;
    lesson.taught().forEach(pupil::hear);
  }

  /// A training from its first step. Throws `InputError` where the program takes no input.
  ///
  /// @param program the hash of what is learned, so that a checkpoint knows it
  public static <C, D> ScratchpadLearner<C, D> start(
      Spelt<C, D> spelt, ScratchpadPlan plan, ProgramHash program, Hardware hardware) {
    ScratchpadLesson<C, D> lesson = new ScratchpadLesson<>(spelt, plan);
    Pupil<C, D> pupil =
        switch (plan.mode()) {
          case INDUCTIVE -> InductivePupil.of(lesson, plan, hardware);
          case ABSOLUTE, ROTARY -> FullPupil.of(lesson, plan, hardware);
        };
    return new ScratchpadLearner<>(spelt, plan, program, lesson, pupil);
  }

  /// The plan of the training that a checkpoint holds. Throws `ModelFileError`.
  public static ScratchpadPlan planOf(Path checkpoint) {
    return ScratchpadState.read(checkpoint).plan();
  }

  /// Goes on from a checkpoint as if training had not stopped. Throws `ModelFileError` where it is
  /// damaged or of another program.
  public static <C, D> ScratchpadLearner<C, D> resume(
      Spelt<C, D> spelt, ProgramHash program, Path checkpoint, Hardware hardware) {
    ScratchpadState state = ScratchpadState.read(checkpoint);
    if (!state.program().equals(program.hex())) {
      throw new ModelFileError(checkpoint + ": the training of another program");
    }
    ScratchpadLesson<C, D> lesson = new ScratchpadLesson<>(spelt, state.plan());
    Path trainer = checkpoint.resolve(TRAINER);
    Pupil<C, D> pupil =
        switch (state.plan().mode()) {
          case INDUCTIVE -> InductivePupil.resume(lesson, trainer, hardware);
          case ABSOLUTE, ROTARY -> FullPupil.resume(lesson, trainer, hardware);
        };
    ScratchpadLearner<C, D> learner =
        new ScratchpadLearner<>(spelt, state.plan(), program, lesson, pupil);
    state.added().forEach(learner::add);
    learner.drawn = state.drawn();
    learner.curve.addAll(state.curve());
    learner.fromTraces = state.fromTraces().stream().findFirst();
    return learner;
  }

  /// Trains to the end; empty where `stop` said so before. Then `save` keeps what there is.
  public Optional<ScratchpadFigures> learn(Progress progress, BooleanSupplier stop) {
    pupil.study();
    while (!stop.getAsBoolean()) {
      Phase phase = fromTraces.isEmpty() ? Phase.TRACES : Phase.COUNTEREXAMPLES;
      boolean roundBegins = pupil.step() % round() == 0;
      if (phase == Phase.COUNTEREXAMPLES && roundBegins && addCounterexamples()) {
        pupil.study();
      }
      long begun = cpuNanos();
      long roundEnd = Math.min(plan.steps(), (pupil.step() / round() + 1) * round());
      Metrics metrics = advance(roundEnd, stop);
      trainingNanos += cpuNanos() - begun;
      if (pupil.step() < roundEnd) {
        return Optional.empty();
      }
      Progress.Report report = report(phase, metrics);
      curve.add(report);
      progress.report(report);
      if (fromTraces.isEmpty() && pupil.step() >= plan.steps() / 2) {
        fromTraces = Optional.of(standing());
      }
      if (pupil.step() >= plan.steps()) {
        return Optional.of(figures());
      }
    }
    return Optional.empty();
  }

  /// Optimizer steps between two reports.
  private long round() {
    return Math.max(1, plan.steps() / ROUNDS);
  }

  /// Advances to `end`, or to where `stop` says so.
  private Metrics advance(long end, BooleanSupplier stop) {
    double loss = 0;
    double right = 0;
    long examples = 0;
    do {
      Metrics some = pupil.advance((int) Math.min(STEPS_AT_ONCE, end - pupil.step()));
      loss += some.loss() * some.examples();
      right += some.accuracy() * some.examples();
      examples += some.examples();
    } while (pupil.step() < end && !stop.getAsBoolean());
    return new Metrics(pupil.step(), loss / examples, right / examples, examples);
  }

  /// Whether some fresh input was one.
  private boolean addCounterexamples() {
    int before = added.size();
    List<C> fresh = new ArrayList<>();
    for (int i = 0; i < FRESH; i++) {
      fresh.add(lesson.fresh(drawn + i));
    }
    List<TokenVerdict> verdicts = pupil.examine(fresh, lesson.budget());
    for (int i = 0; i < FRESH; i++) {
      if (!verdicts.get(i).agreed()) {
        add(drawn + i);
      }
    }
    drawn += FRESH;
    return added.size() > before;
  }

  private void add(int number) {
    added.add(number);
    pupil.hear(lesson.fresh(number));
  }

  private Progress.Report report(Phase phase, Metrics metrics) {
    long right = Math.round(metrics.accuracy() * metrics.examples());
    return new Progress.Report(
        phase,
        pupil.step(),
        plan.steps(),
        metrics.loss(),
        metrics.accuracy(),
        metrics.examples(),
        new Proportion(right, metrics.examples()),
        pupil.unseen(lesson.held().subList(0, lesson.held().size() / 4)).proportion(),
        Double.NaN);
  }

  private ScratchpadFigures.Standing standing() {
    List<TokenVerdict> verdicts = pupil.examine(lesson.held(), lesson.budget());
    long whole = verdicts.stream().filter(TokenVerdict::agreed).count();
    return new ScratchpadFigures.Standing(
        pupil.step(),
        pupil.unseen(lesson.held()),
        new ScratchpadFigures.Tokens(whole, verdicts.size()));
  }

  private ScratchpadFigures figures() {
    return new ScratchpadFigures(
        pupil.heard(), fromTraces.orElseThrow(), standing(), added.size(), curve);
  }

  /// The executor as it is now; its model is owned by this.
  public Scribe<C, D> executor() {
    return new Scribe<>(spelt.machine(), spelt.notation(), writer());
  }

  /// What writes the tokens; its model is owned by this.
  public TokenWriter writer() {
    return pupil.writer();
  }

  public ModelSpec spec() {
    return pupil.spec();
  }

  public Weights weights() {
    return pupil.weights();
  }

  /// How the network does on runs within `budget`, token by token.
  public List<TokenVerdict> examine(List<C> starts, Budget budget) {
    return pupil.examine(starts, budget);
  }

  /// CPU seconds that optimizer steps took since the start or the resumption, measuring left out. A
  /// figure only: nothing depends on it.
  public double trainingSeconds() {
    return trainingNanos / 1e9;
  }

  /// Of this thread, which does all the work: native operations run on one thread.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Optimizer steps taken.
  public long steps() {
    return pupil.step();
  }

  /// Writes a checkpoint, whole or not at all, in place of an earlier one.
  public void save(Path checkpoint) {
    AtomicDirectory.write(
        checkpoint,
        fresh -> {
          pupil.save(fresh.resolve(TRAINER));
          new ScratchpadState(
                  plan, program.hex(), added, drawn, fromTraces.stream().toList(), curve)
              .write(fresh);
        });
  }

  @Override
  public void close() {
    pupil.close();
  }
}
