package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.Optimizer;
import dev.lockstep.neural.blocks.Scene;
import dev.lockstep.neural.gradients.HostGradients;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Optional;

/// One native call for each piece of work: `transformer.py`, and `formula.py` where that covers it.
final class FusedRoute implements Route {
  static final String ENGINE = "engine";

  private final Network network;
  private final NDArray settings;
  private final Optional<Formula> formula;

  FusedRoute(Network network, TransformerSpec spec) {
    this(network, spec, Formula.of(spec, network.hardware()));
  }

  /// With gradients in Java where that covers the spec.
  static Route of(Network network, TransformerSpec spec) {
    FusedRoute kernels = new FusedRoute(network, spec);
    Optional<HostGradients> host =
        kernels.formula.flatMap(_ -> HostGradients.of(spec, Arithmetic.nativeThreads()));
    return host.isPresent() ? new HostRoute(kernels, host.get()) : kernels;
  }

  /// With gradients by this formula, which is to cover the spec, or else by the engine.
  FusedRoute(Network network, TransformerSpec spec, Optional<Formula> formula) {
    this.network = network;
    this.formula = formula;
    this.settings = network.manager().create(settings(spec), new Shape(spec.stacks().size(), 16));
  }

  /// The numbers that the kernel calls `o`, for each stack.
  static long[] settings(TransformerSpec spec) {
    long[] all = new long[16 * spec.stacks().size()];
    for (int i = 0; i < spec.stacks().size(); i++) {
      long[] row = settings(spec.stacks().get(i), i == 1);
      System.arraycopy(row, 0, all, 16 * i, 16);
    }
    return all;
  }

  private static long[] settings(Stack stack, boolean attendsToSource) {
    Depth depth = stack.depth();
    long kind =
        switch (depth) {
          case Depth.Fixed _ -> 0;
          case Depth.Adaptive _ -> 1;
          case Depth.HaltToken _ -> 2;
        };
    return new long[] {
      stack.attention().heads(),
      bit(stack.feedForward().activation() == Activation.GELU),
      bit(stack.feedForward().gated()),
      number(stack.norm().kind()),
      bit(stack.norm().placed() == Norm.Placed.PRE),
      stack.layers(),
      kind,
      depth.most(),
      bit(depth.injected()),
      bit(stack.attention().visibility() instanceof Visibility.Causal),
      number(stack.attention().choice()),
      bit(stack.positions() instanceof Positions.Learned),
      bit(stack.positions() instanceof Positions.ClippedBias),
      stack.features().size(),
      depth instanceof Depth.HaltToken token ? token.halt() : 0,
      bit(attendsToSource)
    };
  }

  private static long number(Norm.Kind kind) {
    return switch (kind) {
      case LAYER -> 0;
      case RMS -> 1;
      case NONE -> 2;
    };
  }

  private static long number(Attention.Choice choice) {
    return switch (choice) {
      case SOFTMAX -> 0;
      case LEFTMOST -> 1;
      case AVERAGE -> 2;
    };
  }

  private static long bit(boolean set) {
    return set ? 1 : 0;
  }

  @Override
  public Scene.Form form() {
    return Scene.Form.COMPACT;
  }

  @Override
  public NDList logits(NDManager own, NDList scenes) {
    return network.call("logits", Network.arguments(anchored(own), scenes, network.parameters()));
  }

  /// The settings as an array of `own`, which is to own the results.
  private NDList anchored(NDManager own) {
    NDArray here = settings.duplicate();
    here.attach(own);
    return new NDList(here);
  }

  @Override
  public double[] learn(NDManager own, Lesson lesson, double rate, Optimizer optimizer) {
    Optional<Formula> formula = formula(lesson);
    NDList inputs =
        Network.arguments(
            lesson.asked(),
            new NDList(own.create(rate), costOrPortions(own, lesson, formula)),
            optimizer.options(),
            new NDList(settings),
            lesson.scenes(),
            optimizer.state());
    return numbers(
        formula.isPresent()
            ? network.call("learn_by_formula", inputs)
            : network.train("learn", inputs));
  }

  @Override
  public double[] gather(NDManager own, Lesson lesson, NDList sums) {
    Optional<Formula> formula = formula(lesson);
    NDList inputs =
        Network.arguments(
            lesson.asked(),
            new NDList(costOrPortions(own, lesson, formula), settings),
            lesson.scenes(),
            network.parameters(),
            sums);
    return numbers(
        formula.isPresent()
            ? network.call("gather_by_formula", inputs)
            : network.train("gather", inputs));
  }

  private Optional<Formula> formula(Lesson lesson) {
    return formula.filter(_ -> Formula.covers(lesson.scenes()));
  }

  /// What the two kinds of kernel differ in: where there is a formula, nothing ponders.
  private static NDArray costOrPortions(NDManager own, Lesson lesson, Optional<Formula> formula) {
    long time = Scene.Part.TOKENS.in(lesson.scenes()).getShape().get(1);
    return formula
        .map(found -> own.create(found.portions(time)))
        .orElseGet(() -> own.create(lesson.ponderCost()));
  }

  @Override
  public void apply(NDManager own, double rate, Optimizer optimizer, NDList sums) {
    NDList inputs =
        Network.arguments(
            new NDList(own.create(rate)), optimizer.options(), optimizer.state(), sums);
    network.call("apply", inputs);
  }

  private static double[] numbers(NDList found) {
    return TransformerModel.doubles(found.head());
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public String gradientsBy() {
    return formula.isPresent() ? "formula" : ENGINE;
  }
}
