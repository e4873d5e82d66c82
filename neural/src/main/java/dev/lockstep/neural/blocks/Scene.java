package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What one stack is given for a batch of samples, as arrays: ids, and all that visibility and
/// positions say about them. What is of no use has no elements.
///
/// Shapes: B samples, T positions after padding, F features, D width, H heads, K = D / H, Q queries
/// and S keys of each: all T and T, or where little is visible the S listed in `NEIGHBOURS`, or Q
/// in blocks as `BAND` says and the S of neighbouring blocks. A leading 1 stands for "the same for
/// all samples".
public final class Scene {
  /// The arrays in the order in which kernels take them.
  public enum Part {
    /// int64 (B, T, F).
    TOKENS(0),
    /// int64 (B, T): rows of the learned table.
    PLACES(1),
    /// (B, T, D), added to the input.
    ADDED(2),
    /// (B, 1, T, K).
    COSINES(3),
    /// (B, 1, T, K).
    SINES(4),
    /// Added to scores, -1e30 for what is invisible: (1 or B, 1 or H, Q, S).
    MASK(5),
    /// int64 (1 or B, Q, S): rows of the table of learned biases.
    DISTANCES(6),
    /// What queries are multiplied by: (B, 1, T, 1).
    TEMPER(7),
    /// 1 for positions that see something, else 0: (B, T, 1).
    HEARING(8),
    /// int64 (B, T, S): which positions are the keys, as rows of B·T.
    NEIGHBOURS(9),
    /// int64 (3): the length of a block, whether the block before and the block after are among the
    /// keys.
    BAND(10),
    /// Added to the scores of the source: (B, 1, 1, positions of the source).
    SOURCE_MASK(11);

    private final int index;

    Part(int index) {
      this.index = index;
    }

    /// This part of a scene.
    public NDArray in(NDList scene) {
      return scene.get(index);
    }
  }

  /// The number that makes a score's weight exactly 0.
  public static final float NEVER = -1e30f;

  private final TransformerSpec spec;
  private final Stack stack;
  private final boolean attends; // to a source
  private final List<Sample> samples;
  private final int time;
  private final DataType type;
  private final NDManager manager;
  private final NDArray[] parts = new NDArray[Part.values().length];

  private Scene(
      NDManager manager, TransformerSpec spec, int which, List<Sample> samples, int time) {
    this.manager = manager;
    this.spec = spec;
    this.stack = spec.stacks().get(which);
    this.attends = which == 1;
    this.samples = samples;
    this.time = time;
    this.type = spec.element() == HostTensor.ElementType.F64 ? DataType.FLOAT64 : DataType.FLOAT32;
  }

  /// How explicit a scene is.
  public enum Form {
    /// Every mask is written out over all T positions: what the plain blocks take.
    DENSE,
    /// A plain causal mask is left to the kernel, and where little is visible only that is
    /// compared.
    COMPACT
  }

  /// The scene of a batch.
  ///
  /// @param which stack
  /// @param samples what this stack reads
  /// @param time what they are padded to
  /// @param random moves places, in training
  public static NDList of(
      NDManager manager,
      TransformerSpec spec,
      int which,
      List<Sample> samples,
      int time,
      Form form,
      Optional<? extends RandomGenerator> random) {
    Scene scene = new Scene(manager, spec, which, samples, time);
    Sights sights = Sights.of(scene.stack.attention().visibility(), samples, time);
    scene.tokens();
    boolean explicit = form == Form.DENSE;
    Keys keys = explicit ? new Keys.All(time) : Keys.of(sights, time);
    new SightParts(scene, sights, keys, scene.places(random)).put(explicit);
    scene.source();
    NDList all = new NDList();
    for (Part part : Part.values()) {
      NDArray array =
          scene.parts[part.index] == null
              ? manager.create(new Shape(0), scene.type)
              : scene.parts[part.index];
      array.setName("scene[]");
      all.add(array);
    }
    return all;
  }

  Stack stack() {
    return stack;
  }

  int samples() {
    return samples.size();
  }

  int time() {
    return time;
  }

  NDManager manager() {
    return manager;
  }

  void put(Part part, NDArray array) {
    parts[part.index] = array;
  }

  NDArray numbers(float[] values, long... shape) {
    NDArray single = manager.create(values, new Shape(shape));
    return single.toType(type, false);
  }

  private void tokens() {
    int features = stack.features().size();
    long[] ids = new long[samples.size() * time * features];
    for (int b = 0; b < samples.size(); b++) {
      int[] own = TokenIds.checked(samples.get(b), stack);
      for (int i = 0; i < own.length; i++) {
        ids[b * time * features + i] = own[i];
      }
    }
    put(Part.TOKENS, manager.create(ids, new Shape(samples.size(), time, features)));
  }

  /// Sets what depends on places alone, and gives them: (B, T).
  private int[][] places(Optional<? extends RandomGenerator> random) {
    int[][] places = new int[samples.size()][time];
    for (int b = 0; b < samples.size(); b++) {
      int[] own = stack.positions().places().of(samples.get(b), random);
      System.arraycopy(own, 0, places[b], 0, own.length);
    }
    int heads = stack.attention().heads();
    switch (stack.positions()) {
      case Positions.Learned learned -> {
        long[] rows = PlaceTables.rows(places, learned.longest());
        put(Part.PLACES, manager.create(rows, new Shape(samples.size(), time)));
      }
      case Positions.Sinusoidal _ -> {
        double[] waves = PlaceTables.waves(places, spec.width());
        put(Part.ADDED, doubles(waves, samples.size(), time, spec.width()));
      }
      case Positions.Rotary rotary -> {
        int part = spec.width() / heads;
        double[] cosines = PlaceTables.turns(places, part, rotary.base(), StrictMath::cos);
        double[] sines = PlaceTables.turns(places, part, rotary.base(), StrictMath::sin);
        put(Part.COSINES, doubles(cosines, samples.size(), 1, time, part));
        put(Part.SINES, doubles(sines, samples.size(), 1, time, part));
      }
      case Positions.None _, Positions.Alibi _, Positions.ClippedBias _ -> {}
    }
    return places;
  }

  private NDArray doubles(double[] values, long... shape) {
    NDArray twice = manager.create(values, new Shape(shape));
    return twice.toType(type, false);
  }

  private void source() {
    if (!attends) {
      return;
    }
    List<Sample> sources = sources(samples);
    int longest = sources.stream().mapToInt(Sample::length).max().orElse(1);
    float[] mask = new float[sources.size() * longest];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % longest < sources.get(i / longest).length() ? 0 : NEVER;
    }
    put(Part.SOURCE_MASK, numbers(mask, sources.size(), 1, 1, longest));
  }

  /// What the first of two stacks reads.
  public static List<Sample> sources(List<Sample> samples) {
    return samples.stream()
        .map(
            sample ->
                sample
                    .source()
                    .orElseThrow(
                        () -> new IllegalArgumentException("a sample has nothing to read from")))
        .toList();
  }
}
