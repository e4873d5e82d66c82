package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lockstep.neural.Checkpoint;
import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.Draws;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.Optimizer;
import dev.lockstep.neural.Trainer;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.engine.Route.Lesson;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Trains a `TransformerModel` in place with AdamW, on a pool of samples that may be replaced at
/// any time. The loss is the mean over the positions that have a target, weighted as the samples
/// say.
///
/// For one thread; several trainers (of different models) may work in different threads at once.
public final class TransformerTrainer implements Trainer {
  private final TransformerModel model;
  private final TrainingPlan plan;
  private final Optimizer optimizer;
  private final NDList sums = new NDList(); // gathered gradients, each named `G[]`
  private final Replicas replicas;
  private long step;
  private Optional<Pool> pool = Optional.empty();

  /// A training from its first step.
  public TransformerTrainer(TransformerModel model, TrainingPlan plan) {
    this(model, plan, List.of());
  }

  /// A training from its first step on the model's device and further ones of its kind, among which
  /// the parts of each batch are divided. How many there are changes no bit of the result.
  ///
  /// @throws IllegalArgumentException where there are fewer parts than devices, or a device is of
  ///   another kind or not there
  public TransformerTrainer(
      TransformerModel model, TrainingPlan plan, List<ComputeDevice> further) {
    this(model, plan, further, 0, Map.of());
  }

  private TransformerTrainer(
      TransformerModel model,
      TrainingPlan plan,
      List<ComputeDevice> further,
      long step,
      Map<String, HostTensor> moments) {
    if (plan.parts() <= further.size()) {
      throw new IllegalArgumentException(
          "%d parts cannot be divided among %d devices: `inParts` makes more of them"
              .formatted(plan.parts(), 1 + further.size()));
    }
    this.replicas = new Replicas(model, further);
    this.model = model;
    this.plan = plan;
    this.step = step;
    this.optimizer = new Optimizer(model.network(), plan, step, moments);
    if (plan.parts() > 1 || plan.noise() > 0) {
      for (NDArray parameter : model.network().parameters()) {
        NDArray sum = parameter.zerosLike();
        sum.setName("G[]");
        sums.add(sum);
      }
    }
  }

  /// Goes on from a checkpoint: with the same pool, bit for bit as if it had never stopped. The
  /// model, `model()`, is the caller's to close.
  ///
  /// @throws ModelFileError where the checkpoint is missing, damaged, of another kind of model or
  ///   from other arithmetic (engine, device, threads, what gradients are computed by)
  public static TransformerTrainer resume(Path directory, Hardware hardware) {
    return resume(directory, hardware, List.of());
  }

  /// As above, on further devices too: as many as before, or more or fewer.
  public static TransformerTrainer resume(
      Path directory, Hardware hardware, List<ComputeDevice> further) {
    Checkpoint found = Checkpoint.read(directory, hardware, TransformerSpec::read);
    TransformerModel model =
        TransformerModel.of((TransformerSpec) found.spec(), found.parameters(), hardware);
    try {
      found.demandGradients(model.route().gradientsBy(), directory);
      return new TransformerTrainer(model, found.plan(), further, found.step(), found.tensors());
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  public TransformerModel model() {
    return model;
  }

  /// The model and its copies on further devices.
  List<TransformerModel> models() {
    return replicas.models();
  }

  @Override
  public TrainingPlan plan() {
    return plan;
  }

  @Override
  public long step() {
    return step;
  }

  /// Replaces the pool: every sample must have a target. All are drawn alike.
  public void pool(List<Sample> samples) {
    pool(samples, new int[samples.size()]);
  }

  /// Replaces the pool. Each draw takes a stratum uniformly among those present, then a sample of
  /// it uniformly: rare kinds are seen as often as frequent ones.
  ///
  /// @param strata the kind of each sample: any numbers
  /// @throws IllegalArgumentException where batches of the longest samples cannot fit into memory
  public void pool(List<Sample> samples, int[] strata) {
    Pool drawn = new Pool(samples, strata);
    int longest = samples.stream().mapToInt(Sample::length).max().orElseThrow();
    if (model.hardware() == Hardware.CPU) { // a GPU's free memory is for its driver to know
      int turns = Math.ceilDiv(plan.parts(), replicas.devices()); // all stand in one memory
      Needs.of(model.spec(), plan.batch(), Pool.padded(longest), turns).demand(Needs.available());
    }
    pool = Optional.of(drawn);
  }

  @Override
  public Metrics advance(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("expected at least one step, found " + steps);
    }
    Pool samples = pool.orElseThrow(() -> new IllegalStateException("there is no pool"));
    double loss = 0;
    double right = 0;
    long positions = 0;
    for (int i = 0; i < steps; i++) {
      SplittableRandom random = Draws.at(plan.seed(), step);
      List<Sample> batch = samples.draw(plan.batch(), random);
      int asked = batch.stream().mapToInt(Sample::asked).sum();
      double[] measured = model.network().changing(own -> learn(own, batch, random));
      loss += measured[0] * asked;
      right += measured[1] * asked;
      positions += asked;
      step++;
    }
    return new Metrics(step, loss / positions, right / positions, positions);
  }

  private double[] learn(NDManager own, List<Sample> batch, SplittableRandom random) {
    double weight = batch.stream().mapToDouble(Asked::weight).sum();
    if (sums.isEmpty()) {
      Lesson lesson = lesson(model, own, batch, weight, random);
      return model.route().learn(own, lesson, plan.rate(step), optimizer);
    }
    double[] measured =
        replicas.gather(
            own,
            plan.parts(),
            sums,
            (part, one, there) -> {
              int from = batch.size() * part / plan.parts();
              int to = batch.size() * (part + 1) / plan.parts();
              return lesson(one, there, batch.subList(from, to), weight, random);
            });
    if (plan.noise() > 0) {
      shake(own, random);
    }
    model.route().apply(own, plan.rate(step), optimizer, sums);
    return measured;
  }

  private static Lesson lesson(
      TransformerModel model,
      NDManager own,
      List<Sample> samples,
      double weight,
      SplittableRandom random) {
    int longest = samples.stream().mapToInt(Sample::length).max().orElseThrow();
    int time = Pool.padded(longest);
    Asked asked = Asked.of(samples, time, weight);
    DataType type =
        model.spec().element() == HostTensor.ElementType.F64 ? DataType.FLOAT64 : DataType.FLOAT32;
    double cost =
        model.spec().last().depth() instanceof Depth.Adaptive adaptive ? adaptive.ponderCost() : 0;
    return new Lesson(
        model.scenes(own, samples, time, Optional.of(random)), asked.arrays(own, type), cost);
  }

  private void shake(NDManager own, SplittableRandom random) {
    double deviation = plan.noise() / Math.sqrt(1.0 + step);
    for (NDArray sum : sums) {
      double[] noise = new double[Math.toIntExact(sum.size())];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = deviation * random.nextGaussian();
      }
      NDArray wide = own.create(noise, sum.getShape());
      sum.addi(wide.toType(sum.getDataType(), false));
    }
  }

  @Override
  public void save(Path directory) {
    Checkpoint.of(model.network(), optimizer, plan, step)
        .withGradients(model.route().gradientsBy())
        .write(directory);
  }

  /// Frees the optimizer's memory; the model stays open.
  @Override
  public void close() {
    pool = Optional.empty();
    replicas.close();
    optimizer.close();
    sums.close();
  }
}
