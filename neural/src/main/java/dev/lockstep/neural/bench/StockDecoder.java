package dev.lockstep.neural.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.PairList;
import dev.lockstep.neural.kernels.Scalars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The peer: a decoder as a DJL user writes it, of DJL's own blocks, loss, optimizer and trainer,
/// operation by operation. Decoding keeps keys and values by joining arrays, as DJL's own
/// `TextGenerator` does; around the same blocks that one was found as fast at batch 64 and a
/// quarter slower at batch 1, so this loop is the harder peer of the two.
///
/// At batch 64 every token joins arrays of megabytes into new ones, whose pages the system has to
/// provide each time: a quarter of the CPU time on a virtual machine, and half where its host
/// provides them for the first time. So the figure varies by three between machines of like speed.
final class StockDecoder implements AutoCloseable {
  private final Model model = Model.newInstance("stock");
  private final Net net;
  private final Trainer trainer;

  StockDecoder(int vocabulary, int width, int heads, int layers) {
    this.net = new Net(vocabulary, width, heads, layers);
    model.setBlock(net);
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build()));
    trainer.initialize(new Shape(1, 8));
  }

  NDManager manager() {
    return trainer.getManager();
  }

  /// One training step on tokens and targets (B, T).
  void step(long[][] tokens, long[][] targets) {
    try (NDManager own = trainer.getManager().newSubManager()) {
      NDList data = new NDList(own.create(flat(tokens), shape(tokens)));
      NDList labels = new NDList(own.create(flat(targets), new Shape(shape(targets).size(), 1)));
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray logits = trainer.forward(data).head();
        NDArray rows = logits.reshape(-1, logits.getShape().get(2));
        collector.backward(trainer.getLoss().evaluate(labels, new NDList(rows)));
      }
      trainer.step();
    }
  }

  private static Shape shape(long[][] rows) {
    return new Shape(rows.length, rows[0].length);
  }

  private static long[] flat(long[][] rows) {
    return Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
  }

  /// Greedily writes `count` tokens after each first one.
  void write(long[] first, int count) {
    try (NDManager own = trainer.getManager().newSubManager()) {
      ParameterStore store = new ParameterStore(own, false);
      List<NDArray> caches = new ArrayList<>();
      NDArray token = own.create(first).expandDims(1); // (B, 1)
      for (int i = 0; i < count; i++) {
        NDManager inner = own.newSubManager();
        token.attach(inner);
        NDArray logits = net.next(store, token, caches);
        NDArray next = logits.argMax(-1); // (B, 1)
        next.attach(own);
        caches.forEach(cache -> cache.attach(own));
        inner.close();
        token = next;
      }
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }

  /// Pre-norm decoder blocks of DJL's parts.
  private static final class Net extends AbstractBlock {
    private final Parameter table;
    private final int width;
    private final int vocabulary;
    private final List<Layer> layers = new ArrayList<>();
    private final LayerNorm norm = addChildBlock("norm", norm());
    private final Linear head;

    Net(int vocabulary, int width, int heads, int count) {
      this.width = width;
      this.vocabulary = vocabulary;
      this.table =
          addParameter(Parameter.builder().setName("table").setType(Parameter.Type.WEIGHT).build());
      for (int i = 0; i < count; i++) {
        layers.add(addChildBlock("layer" + i, new Layer(width, heads)));
      }
      this.head = addChildBlock("head", Linear.builder().setUnits(vocabulary).build());
    }

    static LayerNorm norm() {
      return LayerNorm.builder().axis(2).build();
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
      table.setShape(new Shape(vocabulary, width));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray x = embedded(store, inputs.head(), training);
      long time = x.getShape().get(1);
      NDManager own = x.getManager();
      NDArray order = own.arange((int) time);
      NDArray mask = order.expandDims(0).gt(order.expandDims(1)).toType(DataType.FLOAT32, false);
      NDArray shut = mask.mul(-1e9f); // (T, T)
      for (Layer layer : layers) {
        x = layer.forward(store, new NDList(x, shut), training).head();
      }
      return logits(store, x, training);
    }

    private NDArray embedded(ParameterStore store, NDArray ids, boolean training) {
      NDArray rows = store.getValue(table, ids.getDevice(), training);
      return Embedding.embedding(ids, rows, SparseFormat.DENSE).head();
    }

    private NDList logits(ParameterStore store, NDArray x, boolean training) {
      return head.forward(store, norm.forward(store, new NDList(x), training), training);
    }

    /// The logits after one more token (B, 1); `caches` are keys and values of each layer.
    NDArray next(ParameterStore store, NDArray token, List<NDArray> caches) {
      NDArray x = embedded(store, token, false);
      boolean begun = !caches.isEmpty();
      for (int i = 0; i < layers.size(); i++) {
        NDList past = begun ? new NDList(caches.get(2 * i), caches.get(2 * i + 1)) : new NDList();
        NDList found = layers.get(i).next(store, x, past);
        x = found.head();
        if (begun) {
          caches.set(2 * i, found.get(1));
          caches.set(2 * i + 1, found.get(2));
        } else {
          caches.add(found.get(1));
          caches.add(found.get(2));
        }
      }
      return logits(store, x, false).head();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {inputShapes[0].add(vocabulary)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      Shape states = inputShapes[0].add(width);
      layers.forEach(layer -> layer.initialize(manager, type, states));
      norm.initialize(manager, type, states);
      head.initialize(manager, type, states);
    }
  }

  private static final class Layer extends AbstractBlock {
    private final int heads;
    private final int width;
    private final LayerNorm first = addChildBlock("first", Net.norm());
    private final LayerNorm second = addChildBlock("second", Net.norm());
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear out;
    private final Linear in;
    private final Linear back;

    Layer(int width, int heads) {
      this.heads = heads;
      this.width = width;
      this.query = linear("query", width);
      this.key = linear("key", width);
      this.value = linear("value", width);
      this.out = linear("out", width);
      this.in = linear("in", 4L * width);
      this.back = linear("back", width);
    }

    private Linear linear(String name, long units) {
      return addChildBlock(name, Linear.builder().setUnits(units).build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray x = inputs.head();
      NDList n = first.forward(store, new NDList(x), training);
      NDArray q = split(query.forward(store, n, training).head());
      NDArray k = split(key.forward(store, n, training).head());
      NDArray v = split(value.forward(store, n, training).head());
      NDArray scores = scores(q, k).add(inputs.get(1));
      return new NDList(rest(store, x, scores, v, training));
    }

    private NDArray scores(NDArray q, NDArray k) {
      return Scalars.times(
          q.matMul(k.transpose(0, 1, 3, 2)), 1 / Math.sqrt(width / (double) heads));
    }

    private NDArray rest(
        ParameterStore store, NDArray x, NDArray scores, NDArray v, boolean training) {
      NDArray heard = scores.softmax(-1).matMul(v).transpose(0, 2, 1, 3).reshape(x.getShape());
      NDArray y = x.add(out.forward(store, new NDList(heard), training).head());
      NDList n = second.forward(store, new NDList(y), training);
      NDArray inner = Activation.gelu(in.forward(store, n, training)).head();
      return y.add(back.forward(store, new NDList(inner), training).head());
    }

    /// One position x (B, 1, D): the state, all keys, all values.
    NDList next(ParameterStore store, NDArray x, NDList past) {
      NDList n = first.forward(store, new NDList(x), false);
      NDArray q = split(query.forward(store, n, false).head());
      NDArray k = split(key.forward(store, n, false).head());
      NDArray v = split(value.forward(store, n, false).head());
      NDArray keys = past.isEmpty() ? k : past.get(0).concat(k, 2);
      NDArray values = past.isEmpty() ? v : past.get(1).concat(v, 2);
      return new NDList(rest(store, x, scores(q, keys), values, false), keys, values);
    }

    private NDArray split(NDArray x) {
      Shape shape = x.getShape();
      return x.reshape(shape.get(0), shape.get(1), heads, width / heads).transpose(0, 2, 1, 3);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {inputShapes[0]};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      Shape states = inputShapes[0];
      for (Block block : new Block[] {first, second, query, key, value, out, in}) {
        block.initialize(manager, type, states);
      }
      back.initialize(manager, type, in.getOutputShapes(new Shape[] {states})[0]);
    }
  }
}
