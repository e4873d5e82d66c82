package dev.lockstep.neural.host;

import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Norm;
import java.util.List;
import java.util.stream.IntStream;

/// The weights of a local model, laid out for updating rows of cells in Java. A slot's kind is its
/// place in the window and the content that stands there, `place · contents + content`. Keys and
/// values depend on the kind only, and in the first layer scores on the cell's content and the
/// kind: all of these are tables, worked out once. What depends on the whole window is computed for
/// every cell. Immutable: any number of batches can be computed at once.
///
/// Scores are spread out, `(D)`, each head's in all of its columns, so that attention is arithmetic
/// within columns.
public final class HostCells {
  private final LocalSpec spec;
  private final Loops loops;
  private final float[][] embeddings; // (contents, D)
  private final Matrix spread; // (D, D): 1 where columns belong to the same head
  private final List<CellLayer> layers;
  private final float[][] scores; // (contents · kinds, D): the first layer's
  private final HostNorm last;
  private final LinearMap head;

  /// A model's weights for these cells.
  ///
  /// @param queries the query's ids for each content, `(contents, G)`
  /// @param kinds the slot's ids for each kind, `(W · contents, F)`
  public HostCells(
      LocalSpec spec, Weights weights, List<List<Integer>> queries, List<List<Integer>> kinds) {
    this(spec, weights, queries, kinds, Loops.best());
  }

  HostCells(
      LocalSpec spec,
      Weights weights,
      List<List<Integer>> queries,
      List<List<Integer>> kinds,
      Loops loops) {
    this.spec = spec;
    this.loops = loops;
    ModelParts parts = new ModelParts(loops, weights.tensors(), Norm.Kind.LAYER);
    this.embeddings = embedded(parts, "query.embedding.", queries);
    float[][] slots = embedded(parts, "slot.embedding.", kinds);
    parts.norm("slot.norm").apply(curves(), spec.width(), slots, slots);
    this.spread = heads();
    this.layers =
        IntStream.range(0, spec.layers())
            .mapToObj(i -> new CellLayer(spec, parts, "layer." + i + ".", slots))
            .toList();
    this.scores = layers.getFirst().scores(curves(), spec.width(), spread, embeddings);
    this.last = parts.norm("head.norm");
    this.head = parts.map("head");
  }

  private float[][] embedded(ModelParts parts, String tables, List<List<Integer>> tuples) {
    float[][] sums = new float[tuples.size()][Blocks.room(spec.width())];
    for (int feature = 0; feature < tuples.getFirst().size(); feature++) {
      float[][] table = parts.table(tables + feature);
      for (int i = 0; i < sums.length; i++) {
        float[] row = table[tuples.get(i).get(feature)];
        for (int d = 0; d < row.length; d++) {
          sums[i][d] += row[d];
        }
      }
    }
    return sums;
  }

  private Matrix heads() {
    int part = spec.width() / spec.heads();
    Matrix ones = loops.matrix(spec.width(), spec.width());
    for (int i = 0; i < spec.width(); i++) {
      for (int j = i / part * part; j < (i / part + 1) * part; j++) {
        ones.put(i, j, 1);
      }
    }
    return ones;
  }

  Curves curves() {
    return loops.curves(Math.max(spec.width(), spec.hidden()));
  }

  /// Room to update some cells at a time.
  public CellBatch batch(int cells) {
    return new CellBatch(this, cells);
  }

  LocalSpec spec() {
    return spec;
  }

  /// What a cell of each content enters with.
  float[] embedding(int content) {
    return embeddings[content];
  }

  /// The first layer's scores of a kind for a cell of some content.
  float[] scores(int content, int kind) {
    return scores[content * spec.slots() * embeddings.length + kind];
  }

  Matrix spread() {
    return spread;
  }

  List<CellLayer> layers() {
    return layers;
  }

  /// The logits of states.
  void leave(Curves curves, float[][] states, float[][] normed, float[][] logits) {
    last.apply(curves, spec.width(), states, normed);
    head.apply(normed, logits);
  }
}
