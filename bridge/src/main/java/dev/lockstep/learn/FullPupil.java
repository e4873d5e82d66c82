package dev.lockstep.learn;

import dev.lockstep.execute.FullWriter;
import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.TokenWriter;
import dev.lockstep.machine.Budget;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.SequenceModel;
import dev.lockstep.neural.SequenceSpec;
import dev.lockstep.neural.SequenceTrainer;
import dev.lockstep.neural.Sequences;
import dev.lockstep.neural.Weights;
import dev.lockstep.notation.Dictation;
import dev.lockstep.notation.Script.Placed;
import dev.lockstep.verify.TokenVerdict;
import dev.lockstep.verify.TokenVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A decoder that learns whole runs.
final class FullPupil<C, D> implements Pupil<C, D> {
  /// The most positions of a run, question included.
  static final int LONGEST = 2048;

  private final ScratchpadLesson<C, D> lesson;
  private final SequenceTrainer trainer;
  private final List<Written> heard = new ArrayList<>();
  private long tokens;

  /// A run as a sequence.
  private record Written(List<int[]> tokens, List<int[]> queries, List<Integer> targets) {}

  private FullPupil(ScratchpadLesson<C, D> lesson, SequenceTrainer trainer) {
    this.lesson = lesson;
    this.trainer = trainer;
  }

  static <C, D> FullPupil<C, D> of(
      ScratchpadLesson<C, D> lesson, ScratchpadPlan plan, Hardware hardware) {
    LearningPlan.Network size = plan.network();
    SequenceSpec spec =
        FullWriter.spec(
            lesson.notation(),
            size.width(),
            size.heads(),
            size.layers(),
            size.hidden(),
            plan.mode().positions(),
            LONGEST);
    SequenceModel model = SequenceModel.seeded(spec, plan.seed(), hardware);
    return new FullPupil<>(lesson, new SequenceTrainer(model, plan.training()));
  }

  static <C, D> FullPupil<C, D> resume(
      ScratchpadLesson<C, D> lesson, Path trainer, Hardware hardware) {
    return new FullPupil<>(lesson, SequenceTrainer.resume(trainer, hardware));
  }

  /// Runs that are too long are cut off.
  private Written written(C start) {
    Dictation<C, D> run = lesson.dictate(start);
    Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Placed last = FullWriter.first(lesson.notation());
    for (Placed next : run.script().question()) {
      put(written, last, next.role(), next.coordinate(), Sequences.NO_TARGET);
      last = next;
    }
    while (run.more() && written.targets.size() < LONGEST) {
      int role = run.script().role();
      long coordinate = run.script().coordinate();
      put(written, last, role, coordinate, run.token());
      last = new Placed(run.token(), role, coordinate);
      run.advance();
    }
    return written;
  }

  private static void put(Written written, Placed last, int role, long coordinate, int target) {
    if (written.targets.size() < LONGEST) {
      written.tokens.add(FullWriter.token(last));
      written.queries.add(FullWriter.query(role, coordinate));
      written.targets.add(target);
    }
  }

  private Sequences sequences(List<Written> runs) {
    Sequences sequences = new Sequences(trainer.model().spec());
    for (Written run : runs) {
      sequences.add(flat(run.tokens), flat(run.queries), targets(run));
    }
    return sequences;
  }

  private static int[] flat(List<int[]> rows) {
    return rows.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static int[] targets(Written run) {
    return run.targets.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void hear(C start) {
    Written run = written(start);
    tokens += run.targets.stream().filter(target -> target != Sequences.NO_TARGET).count();
    heard.add(run);
  }

  @Override
  public void study() {
    trainer.pool(sequences(heard));
  }

  @Override
  public Metrics advance(int steps) {
    return trainer.advance(steps);
  }

  @Override
  public long step() {
    return trainer.step();
  }

  @Override
  public ScratchpadFigures.Heard heard() {
    return new ScratchpadFigures.Heard(heard.size(), tokens, heard.size(), 0);
  }

  @Override
  public List<TokenVerdict> examine(List<C> starts, Budget budget) {
    return new TokenVerifier<>(lesson.machine(), lesson.notation())
        .verifyAll(writer(), starts, budget);
  }

  @Override
  public ScratchpadFigures.Tokens unseen(List<C> starts) {
    long right = 0;
    long total = 0;
    int classes = trainer.model().spec().classes();
    for (C start : starts) {
      Written run = written(start);
      float[] logits = trainer.model().logits(sequences(List.of(run))).getFirst();
      for (int i = 0; i < run.targets.size(); i++) {
        int target = run.targets.get(i);
        if (target != Sequences.NO_TARGET) {
          float[] own = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
          right += LogitNetwork.greatest(own) == target ? 1 : 0;
          total++;
        }
      }
    }
    return new ScratchpadFigures.Tokens(right, total);
  }

  @Override
  public TokenWriter writer() {
    return new FullWriter(lesson.notation(), trainer.model());
  }

  @Override
  public ModelSpec spec() {
    return trainer.model().spec();
  }

  @Override
  public Weights weights() {
    return trainer.model().weights();
  }

  @Override
  public void save(Path directory) {
    trainer.save(directory);
  }

  @Override
  public void close() {
    SequenceModel model = trainer.model();
    trainer.close();
    model.close();
  }
}
