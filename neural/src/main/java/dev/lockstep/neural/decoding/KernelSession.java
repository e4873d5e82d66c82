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
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.Writable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A session inside native calls, with keys and values in native memory.
final class KernelSession implements Session {
  private final TransformerModel model;
  private final Network network;
  private final int samples;
  private final boolean scaled;
  private final NDManager manager;
  private final NDArray settings;
  private final NDList tables = new NDList(); // each named `tables[]`
  private final NDList keys = new NDList(); // one a layer (B, H, capacity, K), named `keys[]`
  private final NDList values = new NDList();
  private int place;

  /// @param longest the most positions
  KernelSession(TransformerModel model, int samples, int longest) {
    this.model = model;
    this.network = model.network();
    this.samples = samples;
    Writable writable = Writable.of(model.spec());
    Stack stack = writable.stack();
    long capacity = writable.capacity(longest);
    this.scaled = stack.attention().logLength();
    this.manager = network.reading(_ -> network.manager().newSubManager());
    this.settings = model.settings(manager);
    DataType type = type();
    int heads = stack.attention().heads();
    long part = model.spec().width() / heads;
    for (int i = 0; i < stack.layers(); i++) {
      keys.add(named("keys[]", manager.zeros(new Shape(samples, heads, capacity, part), type)));
      values.add(named("values[]", manager.zeros(new Shape(samples, heads, capacity, part), type)));
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

  @Override
  public int place() {
    return place;
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public Pen pen(Task task) {
    Steering steering = Steering.of(manager, task);
    return (next, forced, uniforms) ->
        network.reading(own -> write(own, steering, next, forced, uniforms));
  }

  /// `generate` in the kernel.
  private long[] write(
      NDManager own, Steering steering, long[] next, long[] forced, double[] uniforms) {
    int steps = forced.length / samples;
    NDArray wide = own.create(uniforms, new Shape(uniforms.length / steps, steps));
    NDList inputs =
        Network.arguments(
            new NDList(
                own.create(next),
                own.create(forced, new Shape(samples, steps)),
                wide.toType(type(), false),
                own.create(steering.temperature()),
                knobs(own, steering.halt(), steering.among())),
            steering.arrays(),
            new NDList(settings),
            tables,
            keys,
            values,
            network.parameters());
    long[] said = network.call("generate", inputs).head().toLongArray();
    place += steps;
    return said;
  }

  @Override
  public double[] ask(long[] tokens) {
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

  @Override
  public void reorder(int[] order) {
    network.reading(
        own -> {
          long[] rows = IntStream.of(order).asLongStream().toArray();
          network.call("reorder", Network.arguments(new NDList(own.create(rows)), keys, values));
          return true;
        });
  }

  private NDArray knobs(NDManager own, int halt, int among) {
    return own.create(LongStream.of(place, scaled ? 1 : 0, halt, among).toArray());
  }

  @Override
  public long kept() {
    return Stream.of(keys, values).flatMap(NDList::stream).mapToLong(NDArray::size).sum();
  }

  @Override
  public void close() {
    manager.close();
  }
}
