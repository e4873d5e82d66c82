package dev.lockstep.learn;

import dev.lockstep.data.SightBook;
import dev.lockstep.execute.InductiveWriter;
import dev.lockstep.execute.SightNetwork;
import dev.lockstep.execute.TokenWriter;
import dev.lockstep.machine.Budget;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.LocalTrainer;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.VisibleSets;
import dev.lockstep.neural.Weights;
import dev.lockstep.notation.Dictation;
import dev.lockstep.notation.Sight;
import dev.lockstep.verify.TokenVerdict;
import dev.lockstep.verify.TokenVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A local model that learns tokens from visible sets, each set once, evenly over kinds of tokens.
final class InductivePupil<C, D> implements Pupil<C, D> {
  private static final int CHUNK = 1024;

  private final ScratchpadLesson<C, D> lesson;
  private final LocalTrainer trainer;
  private final SightNetwork network;
  private final SightBook book = new SightBook();
  private long runs;
  private long tokens;

  private InductivePupil(ScratchpadLesson<C, D> lesson, LocalTrainer trainer) {
    this.lesson = lesson;
    this.trainer = trainer;
    this.network = new SightNetwork(lesson.notation(), trainer.model());
  }

  static <C, D> InductivePupil<C, D> of(
      ScratchpadLesson<C, D> lesson, ScratchpadPlan plan, Hardware hardware) {
    LearningPlan.Network size = plan.network();
    LocalSpec spec =
        SightNetwork.spec(
            lesson.notation(), size.width(), size.heads(), size.layers(), size.hidden());
    LocalModel model = LocalModel.seeded(spec, plan.seed(), hardware);
    return new InductivePupil<>(lesson, new LocalTrainer(model, plan.training()));
  }

  static <C, D> InductivePupil<C, D> resume(
      ScratchpadLesson<C, D> lesson, Path trainer, Hardware hardware) {
    return new InductivePupil<>(lesson, LocalTrainer.resume(trainer, hardware));
  }

  @Override
  public void hear(C start) {
    Dictation<C, D> run = lesson.dictate(start);
    Sight sight = new Sight(lesson.notation().shape());
    while (run.more()) {
      run.script().look(sight);
      book.add(sight, run.token());
      tokens++;
      run.advance();
    }
    runs++;
  }

  @Override
  public void study() {
    VisibleSets sets = new VisibleSets(trainer.model().spec());
    int[] targets = new int[book.size()];
    int[] strata = new int[book.size()];
    for (int i = 0; i < book.size(); i++) {
      SightNetwork.add(sets, book.sight(i));
      targets[i] = book.target(i);
      strata[i] = book.stratum(i);
    }
    trainer.pool(sets, targets, strata);
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
    return new ScratchpadFigures.Heard(runs, tokens, book.size(), book.ambiguous());
  }

  @Override
  public List<TokenVerdict> examine(List<C> starts, Budget budget) {
    return new TokenVerifier<>(lesson.machine(), lesson.notation())
        .verifyAll(network, starts, budget);
  }

  @Override
  public ScratchpadFigures.Tokens unseen(List<C> starts) {
    Questions questions = new Questions();
    for (C start : starts) {
      Dictation<C, D> run = lesson.dictate(start);
      while (run.more()) {
        Sight sight = new Sight(lesson.notation().shape());
        run.script().look(sight);
        if (!book.knows(sight)) {
          questions.add(sight, run.token());
        }
        run.advance();
      }
    }
    questions.ask();
    return new ScratchpadFigures.Tokens(questions.right, questions.total);
  }

  @Override
  public TokenWriter writer() {
    return new InductiveWriter(lesson.notation(), network);
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
    LocalModel model = trainer.model();
    trainer.close();
    model.close();
  }

  /// Visible sets with their answers, asked in chunks.
  private final class Questions {
    private final List<Sight> asked = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private long right;
    private long total;

    void add(Sight sight, int answer) {
      asked.add(sight);
      answers.add(answer);
      if (asked.size() == CHUNK) {
        ask();
      }
    }

    void ask() {
      int[] said = network.tokens(asked);
      for (int i = 0; i < said.length; i++) {
        right += said[i] == answers.get(i) ? 1 : 0;
      }
      total += said.length;
      asked.clear();
      answers.clear();
    }
  }
}
