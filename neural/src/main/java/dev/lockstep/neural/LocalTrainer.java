package dev.lockstep.neural;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Trains a `LocalModel` in place, with AdamW, on a pool of examples that may be replaced at any
/// time. Each step draws a stratum uniformly among those present, then an example of it uniformly:
/// rare kinds of examples are seen as often as frequent ones.
///
/// For one thread; several trainers (of different models) may work in different threads at once.
public final class LocalTrainer implements Trainer {
  /// So many steps are taken in one native call.
  private static final int STEPS_AT_ONCE = 16;

  private final LocalModel model;
  private final TrainingPlan plan;
  private final Optimizer optimizer;
  private long step;
  private Optional<Pool> pool = Optional.empty();

  /// A training from its first step.
  public LocalTrainer(LocalModel model, TrainingPlan plan) {
    this(model, plan, 0, Map.of());
  }

  private LocalTrainer(
      LocalModel model, TrainingPlan plan, long step, Map<String, HostTensor> moments) {
    plan.demandWholeAndQuiet();
    this.model = model;
    this.plan = plan;
    this.step = step;
    this.optimizer = new Optimizer(model.network(), plan, step, moments);
  }

  /// Goes on from a checkpoint: with the same pool and the same number of threads, bit for bit as
  /// if it had never stopped. The model, `model()`, is the caller's to close.
  ///
  /// @throws ModelFileError where the checkpoint is missing, damaged, of another kind of model or
  ///   from other arithmetic (engine, device, threads)
  public static LocalTrainer resume(Path directory, Hardware hardware) {
    Checkpoint found = Checkpoint.read(directory, hardware);
    return switch (found.spec()) {
      case LocalSpec spec -> {
        LocalModel model = LocalModel.of(spec, found.parameters(), hardware);
        yield new LocalTrainer(model, found.plan(), found.step(), found.tensors());
      }
      default -> throw Checkpoint.otherKind(directory);
    };
  }

  public LocalModel model() {
    return model;
  }

  @Override
  public TrainingPlan plan() {
    return plan;
  }

  /// The steps taken so far.
  @Override
  public long step() {
    return step;
  }

  /// Replaces the pool.
  ///
  /// @param targets the class of each example
  /// @param strata the kind of each example: any numbers
  public void pool(VisibleSets examples, int[] targets, int[] strata) {
    int n = examples.size();
    if (!examples.spec().equals(model.spec())) {
      throw new IllegalArgumentException("the examples belong to another spec");
    }
    if (n == 0 || targets.length != n || strata.length != n) {
      throw new IllegalArgumentException(
          "expected as many targets and strata as examples, at least 1, found %d, %d and %d"
              .formatted(targets.length, strata.length, n));
    }
    for (int target : targets) {
      SpecChecks.between("target", target, 0, model.spec().classes() - 1);
    }
    pool.ifPresent(Pool::close);
    pool = Optional.of(Pool.of(model, examples, targets, strata));
  }

  /// Takes `steps` steps. `IllegalStateException` where there is no pool. A loss that is not a
  /// number is reported, not thrown.
  @Override
  public Metrics advance(int steps) {
    SpecChecks.between("steps", steps, 1, Integer.MAX_VALUE);
    Pool examples = pool.orElseThrow(() -> new IllegalStateException("there is no pool"));
    double loss = 0;
    double right = 0;
    for (int left = steps; left > 0; left -= STEPS_AT_ONCE) {
      int now = Math.min(left, STEPS_AT_ONCE);
      float[] measured = model.network().changing(own -> learn(own, examples, now));
      for (int i = 0; i < now; i++) {
        loss += measured[2 * i];
        right += measured[2 * i + 1];
      }
      step += now;
    }
    return new Metrics(step, loss / steps, right / steps, (long) steps * plan.batch());
  }

  /// Loss and accuracy of each of `steps` steps, `(steps, 2)`.
  private float[] learn(NDManager own, Pool examples, int steps) {
    long[] chosen = new long[steps * plan.batch()];
    double[] rates = new double[steps];
    for (int i = 0; i < steps; i++) {
      SplittableRandom random = Draws.at(plan.seed(), step + i);
      for (int j = 0; j < plan.batch(); j++) {
        chosen[i * plan.batch() + j] = examples.draw(random);
      }
      rates[i] = plan.rate(step + i);
    }
    NDList inputs =
        Network.arguments(
            new NDList(own.create(chosen, new Shape(steps, plan.batch()))),
            examples.arrays,
            new NDList(own.create(rates)),
            optimizer.options(),
            model.constants(),
            optimizer.state());
    return model.network().train("learn", inputs).head().toFloatArray();
  }

  /// Writes a checkpoint (parameters, moments, step, plan, spec, arithmetic) into a directory,
  /// atomically: an earlier checkpoint there stays whole until this one is.
  @Override
  public void save(Path directory) {
    Checkpoint.of(model.network(), optimizer, plan, step).write(directory);
  }

  /// Frees the optimizer's memory; the model stays open.
  @Override
  public void close() {
    pool.ifPresent(Pool::close);
    pool = Optional.empty();
    optimizer.close();
  }

  /// Examples on the device, and which of them belong to each stratum.
  private static final class Pool {
    private final NDManager manager;
    private final NDList arrays; // queries, tuples, kinds, targets
    private final List<int[]> strata;

    private Pool(NDManager manager, NDList arrays, List<int[]> strata) {
      this.manager = manager;
      this.arrays = arrays;
      this.strata = strata;
    }

    static Pool of(LocalModel model, VisibleSets examples, int[] targets, int[] strata) {
      NDManager manager = model.network().manager().newSubManager();
      NDList arrays = model.arrays(manager, examples, examples.tuples(), 0, examples.size());
      arrays.add(manager.create(IntStream.of(targets).asLongStream().toArray()));
      return new Pool(manager, arrays, members(strata));
    }

    private static List<int[]> members(int[] strata) {
      return IntStream.range(0, strata.length)
          .boxed()
          .collect(Collectors.groupingBy(i -> strata[i], TreeMap::new, Collectors.toList()))
          .values()
          .stream()
          .map(members -> members.stream().mapToInt(i -> i).toArray())
          .toList();
    }

    int draw(SplittableRandom random) {
      int[] members = strata.get(random.nextInt(strata.size()));
      return members[random.nextInt(members.length)];
    }

    void close() {
      manager.close();
    }
  }
}
