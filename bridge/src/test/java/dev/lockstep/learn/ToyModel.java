package dev.lockstep.learn;

import dev.lockstep.execute.Toy;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelCard;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.Weights;
import java.util.List;
import java.util.stream.Stream;

/// A tiny model of a toy machine, trained in about a second.
public final class ToyModel {
  public static final LearningPlan PLAN =
      LearningPlan.DEFAULT
          .withSeed(7)
          .withSteps(1500)
          .withNetwork(new LearningPlan.Network(16, 2, 1, 32));

  private ToyModel() {}

  public static Lesson<Toy.Tape, Toy.Write> lesson(Toy toy) {
    List<Value> inputs = Stream.of("", "0", "1", "10", "011").map(Value::of).toList();
    return new Lesson<>(toy, toy, inputs);
  }

  public static ProgramHash hash(Toy toy) {
    return ProgramHash.ofPrinted(toy.toString());
  }

  public static LoopedLearner learner(Toy toy, LearningPlan plan) {
    return LoopedLearner.start(lesson(toy), plan, hash(toy), Hardware.CPU);
  }

  /// What is learned of a machine.
  public static Learned learned(Toy toy) {
    try (LoopedLearner learner = learner(toy, PLAN)) {
      LoopedFigures figures = learner.learn(Progress.silent(), () -> false).orElseThrow();
      ModelCard card =
          LoopedModels.card(toy, "toy", "increment.toy", hash(toy), learner.model(), PLAN, figures);
      return new Learned(card, learner.model().weights(), figures);
    }
  }

  /// A network of these weights; the caller closes its model.
  public static WindowNetwork network(Toy toy, Weights weights) {
    WindowShape shape = WindowShape.of(toy);
    return new WindowNetwork(shape, LocalModel.of(PLAN.spec(shape), weights, Hardware.CPU));
  }

  public record Learned(ModelCard card, Weights weights, LoopedFigures figures) {}
}
