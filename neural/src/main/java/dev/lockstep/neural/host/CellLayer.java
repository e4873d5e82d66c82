package dev.lockstep.neural.host;

import dev.lockstep.neural.LocalSpec;

/// One layer's weights for `HostCells`.
final class CellLayer {
  final HostNorm attentionNorm;
  final LinearMap query;

  /// By kind, `(kinds, D)`, with the scale of scores in them.
  final float[][] keys;

  /// By kind, `(kinds, D)`.
  final float[][] values;

  final LinearMap out;
  final HostNorm feedNorm;
  final LinearMap in;
  final LinearMap back;

  /// A layer of these parts.
  ///
  /// @param slots by kind, `(kinds, D)`
  CellLayer(LocalSpec spec, ModelParts parts, String layer, float[][] slots) {
    String attention = layer + "attention";
    String feed = layer + "feedforward";
    this.attentionNorm = parts.norm(attention + ".norm");
    this.query = parts.map(attention + ".query");
    this.keys = mapped(parts.map(attention + ".key"), slots);
    this.values = mapped(parts.map(attention + ".value"), slots);
    this.out = parts.map(attention + ".out");
    this.feedNorm = parts.norm(feed + ".norm");
    this.in = parts.map(feed + ".in");
    this.back = parts.map(feed + ".out");
    int part = spec.width() / spec.heads();
    float scale = (float) Math.sqrt(part);
    for (float[] key : keys) {
      for (int d = 0; d < key.length; d++) {
        key[d] /= scale;
      }
    }
  }

  private static float[][] mapped(LinearMap map, float[][] x) {
    float[][] y = like(x, x.length);
    map.apply(x, y);
    return y;
  }

  private static float[][] like(float[][] x, int rows) {
    return new float[rows][x[0].length];
  }

  /// The scores of every kind for every state, spread out: `(states · kinds, D)`.
  float[][] scores(Curves curves, int width, Matrix spread, float[][] states) {
    float[][] normed = like(states, states.length);
    attentionNorm.apply(curves, width, states, normed);
    float[][] asked = mapped(query, normed);
    float[][] products = like(states, states.length * keys.length);
    for (int i = 0; i < products.length; i++) {
      multiply(asked[i / keys.length], keys[i % keys.length], products[i]);
    }
    float[][] found = like(states, products.length);
    spread.addEach(products, found);
    return found;
  }

  /// `product[d] = x[d] · y[d]`.
  static void multiply(float[] x, float[] y, float[] product) {
    for (int d = 0; d < product.length; d++) {
      product[d] = x[d] * y[d];
    }
  }
}
