package dev.lockstep.neural.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.Optimizer;
import dev.lockstep.neural.blocks.Probe;
import dev.lockstep.neural.blocks.Scene;
import dev.lockstep.neural.blocks.TransformerBlock;
import dev.lockstep.neural.kernels.Scalars;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// DJL operations only: slower, the same but for rounding, and open to probes.
final class PlainRoute implements Route {
  /// The engine refuses a second collector anywhere in the process while there is one.
  private static final Lock COLLECTING = new ReentrantLock();

  private final Network network;
  private final TransformerBlock block;

  PlainRoute(Network network, TransformerSpec spec) {
    this.network = network;
    this.block = new TransformerBlock(spec, network.manager()).over(network.parameters());
  }

  @Override
  public Scene.Form form() {
    return Scene.Form.DENSE;
  }

  @Override
  public NDList logits(NDManager own, NDList scenes) {
    return logits(own, scenes, (_, _) -> {});
  }

  NDList logits(NDManager own, NDList scenes, Probe probe) {
    PairList<String, Object> parameters = new PairList<>();
    parameters.add(Probe.KEY, probe);
    return block.forward(new ParameterStore(own, false), scenes, false, parameters);
  }

  @Override
  public double[] learn(NDManager own, Lesson lesson, double rate, Optimizer optimizer) {
    NDList sums = new NDList();
    network.parameters().forEach(parameter -> sums.add(parameter.zerosLike()));
    sums.attach(own);
    double[] measured = gather(own, lesson, sums);
    apply(own, rate, optimizer, sums);
    return measured;
  }

  @Override
  public double[] gather(NDManager own, Lesson lesson, NDList sums) {
    double[] measured = backward(own, lesson);
    for (int i = 0; i < sums.size(); i++) {
      NDArray parameter = network.parameters().get(i);
      try (NDArray gradient = parameter.getGradient()) {
        sums.get(i).addi(gradient);
        gradient.muli(0); // the engine would add the next one to it
      }
    }
    return measured;
  }

  private double[] backward(NDManager own, Lesson lesson) {
    COLLECTING.lock();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDList found =
          block.forward(new ParameterStore(own, false), lesson.scenes(), true, new PairList<>());
      NDArray all = found.head();
      long classes = all.getShape().get(2);
      NDArray logits = all.reshape(-1, classes).get(lesson.asked().get(0)); // (n, classes)
      NDArray targets = lesson.asked().get(1);
      NDArray shares = lesson.asked().get(2);
      NDArray hot = targets.oneHot((int) classes, logits.getDataType());
      NDArray each = logits.logSoftmax(1).mul(hot).sum(new int[] {1}).neg(); // (n)
      NDArray ponder = Scalars.times(found.get(1), lesson.ponderCost()).mul(shares.sum());
      NDArray loss = each.mul(shares).sum().add(ponder);
      NDArray right = logits.argMax(1).eq(targets).toType(shares.getDataType(), false);
      double[] measured =
          new double[] {
            TransformerModel.doubles(loss)[0], TransformerModel.doubles(right.mul(shares).sum())[0]
          };
      collector.backward(loss);
      return measured;
    } finally {
      COLLECTING.unlock();
    }
  }

  @Override
  public void apply(NDManager own, double rate, Optimizer optimizer, NDList sums) {
    optimizer.stepPlainly(own, rate, sums);
    sums.forEach(sum -> sum.muli(0));
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public String gradientsBy() {
    return FusedRoute.ENGINE;
  }
}
