package dev.lockstep.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.blocks.PlaceTables;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Samples that are written side by side, at the same place, with what each has seen kept as keys
/// and values. For one thread; to be closed before its model.
final class Session implements AutoCloseable {
  private final TransformerModel model;
  private final Network network;
  private final int samples;
  private final int window;
  private final boolean scaled;
  private final NDManager manager;
  private final NDArray settings;
  private final NDList tables = new NDList(); // each named `tables[]`
  private final NDList keys = new NDList(); // one a layer (B, H, longest, K), named `keys[]`
  private final NDList values = new NDList();
  private int place;

  /// @param longest the most positions
  Session(TransformerModel model, int samples, int longest) {
    this.model = model;
    this.network = model.network();
    this.samples = samples;
    Stack stack = checked(model.spec(), longest);
    this.window = window(stack.attention().visibility());
    this.scaled = stack.attention().logLength();
    this.manager = network.reading(_ -> network.manager().newSubManager());
    this.settings = model.settings(manager);
    DataType type = type();
    int heads = stack.attention().heads();
    long part = model.spec().width() / heads;
    for (int i = 0; i < stack.layers(); i++) {
      keys.add(named("keys[]", manager.zeros(new Shape(samples, heads, longest, part), type)));
      values.add(named("values[]", manager.zeros(new Shape(samples, heads, longest, part), type)));
    }
    tables(stack, longest);
  }

  private DataType type() {
    return model.spec().element() == HostTensor.ElementType.F64
        ? DataType.FLOAT64
        : DataType.FLOAT32;
  }

  private static NDArray named(String name, NDArray array) {
    array.setName(name);
    return array;
  }

  /// The stack, where it is one that can be written with.
  private static Stack checked(TransformerSpec spec, int longest) {
    Stack stack = spec.last();
    boolean decoder =
        spec.source().isEmpty()
            && stack.features().size() == 1
            && spec.classes() <= stack.features().getFirst()
            && stack.depth().equals(Depth.ONCE)
            && stack.positions().places() instanceof Places.Order
            && stack.attention().choice() == Attention.Choice.SOFTMAX
            && window(stack.attention().visibility()) >= 0;
    if (!decoder) {
      throw new IllegalArgumentException(
          "expected a causal decoder (perhaps with a window) of one feature that covers all"
              + " classes, softmax attention and places in order");
    }
    if (stack.positions() instanceof Positions.Learned learned && learned.longest() < longest) {
      throw new IllegalArgumentException(
          "expected at most %d positions, found %d".formatted(learned.longest(), longest));
    }
    return stack;
  }

  /// How many positions, itself included, a position sees: 0 for all before it, -1 for a rule that
  /// is neither.
  private static int window(Visibility rule) {
    return switch (rule) {
      case Visibility.Causal _ -> 0;
      case Visibility.Both(Visibility.Causal _, Visibility.Window(int axis, int radius))
          when axis == Visibility.ORDER ->
          radius + 1;
      case Visibility.Both(Visibility.Window(int axis, int radius), Visibility.Causal _)
          when axis == Visibility.ORDER ->
          radius + 1;
      default -> -1;
    };
  }

  private void tables(Stack stack, int longest) {
    int[][] order = {IntStream.range(0, longest).toArray()};
    int width = model.spec().width();
    int heads = stack.attention().heads();
    int part = width / heads;
    double[] waves = {};
    double[] cosines = {};
    double[] sines = {};
    double[] slopes = {};
    switch (stack.positions()) {
      case Positions.Sinusoidal _ -> waves = PlaceTables.waves(order, width);
      case Positions.Rotary rotary -> {
        cosines = PlaceTables.turns(order, part, rotary.base(), StrictMath::cos);
        sines = PlaceTables.turns(order, part, rotary.base(), StrictMath::sin);
      }
      case Positions.Alibi _ ->
          slopes =
              IntStream.range(0, heads).mapToDouble(h -> PlaceTables.slope(h, heads)).toArray();
      case Positions.None _, Positions.Learned _, Positions.ClippedBias _ -> {}
    }
    table(waves, width);
    table(cosines, part);
    table(sines, part);
    table(slopes, 1);
  }

  private void table(double[] numbers, int columns) {
    try (NDArray wide = manager.create(numbers, new Shape(numbers.length / columns, columns))) {
      tables.add(named("tables[]", wide.toType(type(), true)));
    }
  }

  /// The positions written so far.
  int place() {
    return place;
  }

  int samples() {
    return samples;
  }

  /// Goes on by as many positions as `forced` has for each sample (`generate` in the kernel).
  long[] generate(
      NDArray next, NDArray forced, NDArray uniforms, double temperature, Steering steering) {
    NDManager own = next.getManager();
    NDList inputs =
        Network.arguments(
            new NDList(next, forced, uniforms, own.create(temperature)),
            new NDList(knobs(own, steering.halt(), steering.among())),
            steering.arrays(),
            new NDList(settings),
            tables,
            keys,
            values,
            network.parameters());
    long[] said = network.call("generate", inputs).head().toLongArray();
    place += (int) forced.getShape().get(1);
    return said;
  }

  /// The logits after these tokens, `(B, classes)`.
  double[] ask(long[] tokens) {
    return network.reading(
        own -> {
          NDList inputs =
              Network.arguments(
                  new NDList(own.create(tokens), knobs(own, -1, 0), settings),
                  tables,
                  keys,
                  values,
                  network.parameters());
          NDArray logits = network.call("ask", inputs).head();
          place++;
          return Network.copy(logits).as(HostTensor.ElementType.F64).doubles();
        });
  }

  /// Sample b goes on as sample `order[b]` did.
  void reorder(int[] order) {
    network.reading(
        own -> {
          long[] rows = IntStream.of(order).asLongStream().toArray();
          network.call("reorder", Network.arguments(new NDList(own.create(rows)), keys, values));
          return true;
        });
  }

  private NDArray knobs(NDManager own, int halt, int among) {
    return own.create(LongStream.of(place, window, scaled ? 1 : 0, halt, among).toArray());
  }

  Network network() {
    return network;
  }

  NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    manager.close();
  }
}
