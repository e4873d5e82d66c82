package dev.lockstep.neural;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Trains a `SequenceModel` in place, with AdamW, on a pool of sequences that may be replaced at
/// any time. The loss is the mean over the positions that have a target. A step's sequences have
/// similar lengths, and are padded to one of few.
///
/// For one thread; several trainers (of different models) may work in different threads at once.
public final class SequenceTrainer implements Trainer {
  private final SequenceModel model;
  private final TrainingPlan plan;
  private final Optimizer optimizer;
  private long step;
  private Optional<Pool> pool = Optional.empty();

  /// A training from its first step.
  public SequenceTrainer(SequenceModel model, TrainingPlan plan) {
    this(model, plan, 0, Map.of());
  }

  private SequenceTrainer(
      SequenceModel model, TrainingPlan plan, long step, Map<String, HostTensor> moments) {
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
  public static SequenceTrainer resume(Path directory, Hardware hardware) {
    Checkpoint found = Checkpoint.read(directory, hardware);
    return switch (found.spec()) {
      case SequenceSpec spec -> {
        SequenceModel model = SequenceModel.of(spec, found.parameters(), hardware);
        yield new SequenceTrainer(model, found.plan(), found.step(), found.tensors());
      }
      default -> throw Checkpoint.otherKind(directory);
    };
  }

  public SequenceModel model() {
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

  /// Replaces the pool, which is not copied; every sequence must have at least one target.
  public void pool(Sequences sequences) {
    if (!sequences.spec().equals(model.spec())) {
      throw new IllegalArgumentException("the sequences belong to another spec");
    }
    if (sequences.size() == 0) {
      throw new IllegalArgumentException("expected at least one sequence");
    }
    for (int i = 0; i < sequences.size(); i++) {
      if (IntStream.of(sequences.targets(i)).allMatch(id -> id == Sequences.NO_TARGET)) {
        throw new IllegalArgumentException("sequence %d has no target".formatted(i));
      }
    }
    pool = Optional.of(Pool.of(sequences, model.spec().longest()));
  }

  /// Takes `steps` steps. `IllegalStateException` where there is no pool. A loss that is not a
  /// number is reported, not thrown.
  @Override
  public Metrics advance(int steps) {
    SpecChecks.between("steps", steps, 1, Integer.MAX_VALUE);
    Pool sequences = pool.orElseThrow(() -> new IllegalStateException("there is no pool"));
    double loss = 0;
    double right = 0;
    long positions = 0;
    for (int i = 0; i < steps; i++) {
      Batch batch = Batch.draw(sequences, plan.batch(), Draws.at(plan.seed(), step));
      float[] measured = model.network().changing(own -> learn(own, sequences.all, batch));
      loss += (double) measured[0] * batch.targets.length;
      right += (double) measured[1] * batch.targets.length;
      positions += batch.targets.length;
      step++;
    }
    return new Metrics(step, loss / positions, right / positions, positions);
  }

  /// Loss and accuracy before the step.
  private float[] learn(NDManager own, Sequences sequences, Batch batch) {
    NDList inputs =
        Network.arguments(
            model.inputs(own, sequences, batch.sequences, batch.time),
            new NDList(
                own.create(batch.positions),
                own.create(batch.targets),
                own.create(plan.rate(step))),
            optimizer.options(),
            model.constants(own, batch.time),
            optimizer.state());
    return model.network().train("learn", inputs).head().toFloatArray();
  }

  /// Writes a checkpoint into a directory, atomically: an earlier checkpoint there stays whole
  /// until this one is.
  @Override
  public void save(Path directory) {
    Checkpoint.of(model.network(), optimizer, plan, step).write(directory);
  }

  /// Frees the optimizer's memory; the model stays open.
  @Override
  public void close() {
    pool = Optional.empty();
    optimizer.close();
  }

  /// The length that a sequence is padded to: a power of two or one and a half of one, so that few
  /// shapes occur.
  static int padded(int length, int longest) {
    int power = Integer.highestOneBit(Math.max(8, length));
    int next =
        IntStream.of(power, power + power / 2, 2 * power)
            .filter(n -> n >= length)
            .min()
            .orElse(length);
    return Math.min(next, longest);
  }

  /// Sequences, and which of them share a padded length.
  private record Pool(Sequences all, Map<Integer, List<Integer>> byLength) {
    static Pool of(Sequences sequences, int longest) {
      return new Pool(
          sequences,
          IntStream.range(0, sequences.size())
              .boxed()
              .collect(
                  Collectors.groupingBy(
                      i -> padded(sequences.length(i), longest),
                      TreeMap::new,
                      Collectors.toUnmodifiableList())));
    }
  }

  /// One step's sequences, and the flat positions in `(B, time)` that have targets.
  private static final class Batch {
    private final int[] sequences;
    private final int time;
    private final long[] positions;
    private final long[] targets;

    private Batch(int[] sequences, int time, long[] positions, long[] targets) {
      this.sequences = sequences;
      this.time = time;
      this.positions = positions;
      this.targets = targets;
    }

    /// Draws a length as often as sequences have it, then sequences of it uniformly.
    static Batch draw(Pool pool, int size, SplittableRandom random) {
      int drawn = random.nextInt(pool.all.size());
      for (Map.Entry<Integer, List<Integer>> entry : pool.byLength.entrySet()) {
        List<Integer> members = entry.getValue();
        if (drawn < members.size()) {
          int[] some = random.ints(size, 0, members.size()).map(members::get).toArray();
          return of(pool.all, some, entry.getKey());
        }
        drawn -= members.size();
      }
      throw new IllegalStateException("every sequence has a length");
    }

    private static Batch of(Sequences all, int[] sequences, int time) {
      long[] positions = new long[sequences.length * time];
      long[] targets = new long[positions.length];
      int count = 0;
      for (int i = 0; i < sequences.length; i++) {
        int[] own = all.targets(sequences[i]);
        for (int t = 0; t < own.length; t++) {
          if (own[t] != Sequences.NO_TARGET) {
            positions[count] = (long) i * time + t;
            targets[count++] = own[t];
          }
        }
      }
      return new Batch(
          sequences, time, Arrays.copyOf(positions, count), Arrays.copyOf(targets, count));
    }
  }
}
