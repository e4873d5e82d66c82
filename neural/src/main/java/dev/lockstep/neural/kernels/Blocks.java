package dev.lockstep.neural.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The blocks of all models in plain DJL operations, written to be read: the definition that the
/// kernels are tested against. Results belong to the manager of the first operand.
///
/// Shapes: B batch, T queries, S keys, D width, H heads, K = D / H width of a head.
public final class Blocks {
  private static final float EPSILON = 1e-5f;
  private static final float NEVER = -1e30f;

  private final Map<String, NDArray> parameters;
  private final int heads;
  private final boolean gelu;

  /// Blocks over parameters by name.
  public Blocks(Map<String, NDArray> parameters, int heads, boolean gelu) {
    this.parameters = Map.copyOf(parameters);
    this.heads = heads;
    this.gelu = gelu;
  }

  /// The sum of the embeddings of a tuple's features: `ids` (…, F) to (…, D); the table of feature
  /// `f` is the parameter `prefix` + `f`.
  public NDArray embed(String prefix, NDArray ids) {
    long features = ids.getShape().get(ids.getShape().dimension() - 1);
    NDArray sum = ids.get("..., 0").toType(DataType.FLOAT32, false).expandDims(-1).mul(0); // (…, 1)
    for (int f = 0; f < features; f++) {
      NDArray table = parameters.get(prefix + f); // (V, D)
      NDArray hot = ids.get("..., " + f).oneHot((int) table.getShape().get(0)); // (…, V)
      sum = sum.add(hot.matMul(table)); // (…, D)
    }
    return sum;
  }

  /// Layer norm (Ba et al. 2016): each vector is shifted to mean 0 and scaled to variance 1, then
  /// scaled and shifted as learned. (…, D) to (…, D).
  public NDArray norm(String name, NDArray x) {
    NDArray centred = x.sub(x.mean(new int[] {-1}, true)); // (…, D)
    NDArray variance = centred.mul(centred).mean(new int[] {-1}, true); // (…, 1)
    return centred
        .div(variance.add(EPSILON).sqrt())
        .mul(parameters.get(name + ".weight"))
        .add(parameters.get(name + ".bias"));
  }

  /// (…, in) to (…, out).
  public NDArray linear(String name, NDArray x) {
    return project(name, x).add(parameters.get(name + ".bias"));
  }

  /// A linear map without a bias.
  private NDArray project(String name, NDArray x) {
    return x.matMul(parameters.get(name + ".weight").transpose());
  }

  /// `FeedForward(N(x))`: (…, D) to (…, D).
  public NDArray feedForward(String layer, NDArray x) {
    NDArray inner =
        linear(layer + "feedforward.in", norm(layer + "feedforward.norm", x)); // (…, hidden)
    NDArray active = gelu ? gelu(inner) : Scalars.atLeast(inner, 0);
    return linear(layer + "feedforward.out", active);
  }

  /// Multi-head attention (Vaswani et al. 2017) with the mask and the position scheme as data.
  ///
  /// Every softmax is over what is visible; where nothing is, the answer is the output's bias.
  ///
  /// @param x what asks, already normalized (B, T, D)
  /// @param s what is asked, already normalized (B, S, D)
  /// @param visible 1 where a query sees a key, else 0: broadcasts to (B, H, T, S)
  /// @param bias added to the scores: broadcasts to (B, H, T, S)
  /// @param turn what is done to queries and keys, each (B, H, ·, K), to mark their positions
  /// @return (B, T, D)
  public NDArray attention(
      String layer,
      NDArray x,
      NDArray s,
      NDArray visible,
      NDArray bias,
      UnaryOperator<NDArray> turn) {
    NDArray q = turn.apply(split(linear(layer + "attention.query", x))); // (B, H, T, K)
    NDArray k = turn.apply(split(project(layer + "attention.key", s))); // (B, H, S, K)
    NDArray v = split(project(layer + "attention.value", s)); // (B, H, S, K)
    double part = q.getShape().get(3);
    NDArray scores =
        Scalars.over(q.matMul(k.swapAxes(2, 3)), Math.sqrt(part)).add(bias); // (B, H, T, S)
    NDArray shut = visible.mul(-1).add(1);
    NDArray weights = scores.mul(visible).add(shut.mul(NEVER)).softmax(-1).mul(visible);
    NDArray heard = weights.matMul(v).transpose(0, 2, 1, 3); // (B, T, H, K)
    Shape joined = x.getShape();
    return linear(layer + "attention.out", heard.reshape(joined)); // (B, T, D)
  }

  /// (B, ·, D) to (B, H, ·, K).
  private NDArray split(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads).transpose(0, 2, 1, 3);
  }

  /// The mean cross-entropy in nats of `logits` (N, classes) against `targets` (N).
  public static NDArray crossEntropy(NDArray logits, NDArray targets) {
    NDArray hot = targets.oneHot((int) logits.getShape().get(1)); // (N, classes)
    return logits.logSoftmax(1).mul(hot).sum(new int[] {1}).mean().neg();
  }

  /// Turns pairs of columns of `x` (B, H, T, K), column i with column i + K / 2, by `angles` (T, K
  /// / 2).
  public static NDArray rotate(NDArray x, NDArray angles) {
    long half = x.getShape().get(3) / 2;
    NDArray first = x.get("..., :" + half);
    NDArray second = x.get("..., " + half + ":");
    NDArray cosine = angles.cos();
    NDArray sine = angles.sin();
    NDArray left = first.mul(cosine).sub(second.mul(sine));
    NDArray right = second.mul(cosine).add(first.mul(sine));
    return left.getNDArrayInternal().concat(new NDList(right), -1);
  }

  /// 1 where a position may look, which is at itself and to its left: (T, T).
  public static NDArray causal(NDManager manager, int time) {
    float[] mask = new float[time * time];
    for (int i = 0; i < time; i++) {
      for (int j = 0; j <= i; j++) {
        mask[i * time + j] = 1;
      }
    }
    return manager.create(mask, new Shape(time, time));
  }

  /// `x · Φ(x)`.
  private static NDArray gelu(NDArray x) {
    return Scalars.times(x.mul(Scalars.over(x, Math.sqrt(2)).erf().add(1)), 0.5);
  }
}
