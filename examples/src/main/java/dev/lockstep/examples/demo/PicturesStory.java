package dev.lockstep.examples.demo;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.learn.LearningPlan;
import dev.lockstep.learn.Lesson;
import dev.lockstep.learn.LoopedLearner;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Trace;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.report.Block;
import dev.lockstep.report.Png;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Certifier;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Part three: networks learn machines of three kinds, and their runs are shown as pictures.
final class PicturesStory {
  private final Narrator narrator;
  private final long seed;
  private boolean holds = true;

  PicturesStory(Narrator narrator, long seed) {
    this.narrator = narrator;
    this.seed = seed;
  }

  /// Whether all runs told so far were exact and all networks certified.
  boolean holds() {
    return holds;
  }

  /// Tells it and draws it.
  List<Block> tell() {
    narrator.heading("3 · runs of networks as pictures");
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("3 · runs of networks as pictures"));
    blocks.add(
        new Block.Prose(
            "Each picture is a run in which a network trained on short traces said every cell of"
                + " every step. The run was held against the interpreter's, and the network against"
                + " every window that there is."));
    for (Exhibit exhibit : Exhibit.all()) {
      blocks.add(show(exhibit, Languages.of(Path.of(exhibit.source().name()))));
    }
    return blocks;
  }

  private <P, C, D> Block show(Exhibit exhibit, Language<P, C, D> language) {
    P program = language.parse(exhibit.source());
    LearningPlan plan = LearningPlan.DEFAULT.withSeed(seed);
    Lesson<C, D> lesson = Lesson.of(language, program, plan);
    ProgramHash hash = ProgramHash.of(language, program);
    try (LoopedLearner learner = LoopedLearner.start(lesson, plan, hash, Hardware.best())) {
      learner.learn(
          report -> narrator.progress("%s: step %,d", exhibit.source().name(), report.step()),
          () -> false);
      Layout<C, D> layout = lesson.layout();
      WindowNetwork network = new WindowNetwork(WindowShape.of(layout), learner.model());
      Machine<C, D> neural = new LayoutMachine<>(lesson.machine(), layout, network);
      C start = lesson.machine().start(exhibit.input());
      Trace<C, D> run = new Interpreter<>(neural).trace(start, exhibit.budget());
      Verdict<C, D> verdict =
          new Verifier<>(lesson.machine())
              .judge(start, run.deltas().iterator(), run.ending(), exhibit.budget());
      Certificate certificate =
          Certifier.certify(
              layout,
              network,
              new LinkedHashMap<>(),
              new Certificate.Subject(
                  exhibit.source().name(),
                  hash.hex(),
                  learner.model().weights().sha256(),
                  Arithmetic.of(Hardware.best())));
      holds &= verdict.exact() && certificate.holds();
      String told =
          "%s; %s on %,d windows, least margin %.2f"
              .formatted(
                  verdict.describe(),
                  certificate.holds() ? "certified" : "not certified",
                  certificate.windows(),
                  certificate.leastMargin());
      narrator.figure(exhibit.source().name(), "%s", told);
      return new Block.Picture(
          picture(exhibit, layout, run.configurations(neural)),
          exhibit.caption() + " The network's run: " + told + ".",
          exhibit.frames().isEmpty());
    }
  }

  private static <C, D> Png picture(Exhibit exhibit, Layout<C, D> layout, List<C> passed) {
    List<Layout.Row> pieces = passed.stream().map(layout::row).toList();
    return exhibit.frames().isEmpty()
        ? RowPicture.of(layout, pieces)
        : PlanePicture.of(layout, exhibit.frames().stream().map(pieces::get).toList());
  }
}
