package dev.lockstep.neural.decoding;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A decoder of each kind that text can be written with.
public final class Decoders {
  /// Token ids and classes.
  public static final int CLASSES = 6;

  private static final Places ORDER = new Places.Order();

  private Decoders() {}

  /// Two small layers that see all before them.
  public static Stack stack() {
    return new Stack(
        List.of(CLASSES),
        new Positions.None(),
        Attention.of(2, new Visibility.Causal()),
        new FeedForward(12, Activation.GELU, false),
        Norm.PRE,
        2,
        Depth.ONCE);
  }

  /// By what is different about them.
  public static Map<String, Stack> stacks() {
    Map<String, Stack> all = new LinkedHashMap<>();
    all.put("none", stack());
    all.put("learned", stack().with(new Positions.Learned(40, ORDER)));
    all.put("sinusoidal", stack().with(new Positions.Sinusoidal(ORDER)));
    all.put("rotary", stack().with(new Positions.Rotary(10_000, ORDER)));
    all.put("alibi", stack().with(new Positions.Alibi(ORDER)));
    all.put("clipped bias", stack().with(new Positions.ClippedBias(3, ORDER)));
    all.put("post-norm", stack().with(new Norm(Norm.Kind.RMS, Norm.Placed.POST)));
    all.put("gated", stack().with(new FeedForward(12, Activation.RELU, true)));
    all.put(
        "log length",
        stack().with(new Attention(2, new Visibility.Causal(), Attention.Choice.SOFTMAX, true)));
    all.put("window", stack().with(Attention.of(2, window())).with(new Positions.Alibi(ORDER)));
    return all;
  }

  static Visibility window() {
    return new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 2));
  }
}
