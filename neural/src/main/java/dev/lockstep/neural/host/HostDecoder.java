package dev.lockstep.neural.host;

import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Writable;
import java.util.List;
import java.util.stream.IntStream;

/// The weights of a causal float32 decoder, laid out for plain Java. Immutable: any number of texts
/// can be written with it at once.
public final class HostDecoder {
  private static final int FEW = 11;

  private final TransformerSpec spec;
  private final Loops loops;
  private final Writable writable;
  private final float[][] embeddings; // (tokens, D)
  private final float[][] learned; // (longest, D), or nothing
  private final List<HostLayer> layers;
  private final HostNorm last;
  private final LinearMap head;

  /// A decoder of these weights.
  ///
  /// @throws IllegalArgumentException where the spec is none that can be written with in float32
  public HostDecoder(TransformerSpec spec, Weights weights) {
    this(spec, weights, Loops.best());
  }

  HostDecoder(TransformerSpec spec, Weights weights, Loops loops) {
    this.spec = spec;
    this.loops = loops;
    this.writable = Writable.of(spec);
    if (!covers(spec)) {
      throw new IllegalArgumentException("expected float32");
    }
    ModelParts parts = new ModelParts(loops, weights.tensors(), writable.stack().norm().kind());
    this.embeddings = parts.table("token.embedding.0");
    this.learned =
        writable.stack().positions() instanceof Positions.Learned
            ? parts.table("position.embedding")
            : new float[0][];
    this.layers =
        IntStream.range(0, writable.stack().layers())
            .mapToObj(i -> HostLayer.of(writable.stack(), parts, "layer." + i + "."))
            .toList();
    this.last = parts.norm("head.norm");
    this.head = parts.map("head");
  }

  /// Whether a spec that can be written with can be written with here.
  public static boolean covers(TransformerSpec spec) {
    return spec.element() == HostTensor.ElementType.F32;
  }

  /// How many samples at a time are the most that are faster here than with kernels on a CPU.
  public static int atOnce() {
    return Blocks.vectors() ? Integer.MAX_VALUE : FEW;
  }

  /// Begins texts side by side.
  ///
  /// @param longest the most positions
  public HostText begin(int samples, int longest) {
    return new HostText(this, samples, longest);
  }

  TransformerSpec spec() {
    return spec;
  }

  Loops loops() {
    return loops;
  }

  Writable writable() {
    return writable;
  }

  List<HostLayer> layers() {
    return layers;
  }

  /// What tokens enter with at a place, into `x`, one row each.
  void enter(int[] tokens, int place, float[] wave, float[][] x) {
    for (int lane = 0; lane < x.length; lane++) {
      for (int i = 0; i < spec.width(); i++) {
        float added = learned.length > 0 ? learned[place][i] : 0;
        x[lane][i] = embeddings[tokens[lane]][i] + (added + (wave.length > 0 ? wave[i] : 0));
      }
    }
  }

  /// The logits of states.
  void leave(Desk desk) {
    last.apply(desk.curves, desk.width(), desk.states, desk.normed);
    head.apply(desk.normed, desk.logits);
  }
}
