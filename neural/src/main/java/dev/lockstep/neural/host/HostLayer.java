package dev.lockstep.neural.host;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Stack;
import java.util.List;
import java.util.Optional;

/// One layer's weights, and the way of a position through it.
///
/// @param asked the query, key and value maps side by side
record HostLayer(
    Stack stack,
    HostNorm attentionNorm,
    LinearMap asked,
    Distances distances,
    LinearMap out,
    HostNorm feedNorm,
    LinearMap in,
    Optional<LinearMap> gate,
    LinearMap back) {

  static HostLayer of(Stack stack, ModelParts parts, String layer) {
    String attention = layer + "attention";
    String feed = layer + "feedforward";
    return new HostLayer(
        stack,
        parts.norm(attention + ".norm"),
        parts.map(attention + ".query", attention + ".key", attention + ".value"),
        Distances.of(stack, parts, attention + ".distance"),
        parts.map(attention + ".out"),
        parts.norm(feed + ".norm"),
        parts.map(feed + ".in"),
        stack.feedForward().gated() ? Optional.of(parts.map(feed + ".gate")) : Optional.empty(),
        parts.map(feed + ".out"));
  }

  /// Takes all lanes' states through the layer.
  ///
  /// @param kept the layer's memory of each lane
  void pass(Desk desk, List<Memory> kept, Moment now) {
    block(desk, attentionNorm, () -> attend(desk, kept, now));
    block(desk, feedNorm, () -> feed(desk));
  }

  /// `x + f(N(x))`, or `N(x + f(x))` where the norm comes after; `f` reads `normed` and writes
  /// `added`.
  private void block(Desk desk, HostNorm norm, Runnable f) {
    boolean before = stack.norm().placed() == Norm.Placed.PRE;
    if (before) {
      norm.apply(desk.curves, desk.width(), desk.states, desk.normed);
    } else {
      for (int lane = 0; lane < desk.lanes(); lane++) {
        System.arraycopy(desk.states[lane], 0, desk.normed[lane], 0, desk.width());
      }
    }
    f.run();
    for (int lane = 0; lane < desk.lanes(); lane++) {
      add(desk.states[lane], desk.added[lane], desk.width());
    }
    if (!before) {
      norm.apply(desk.curves, desk.width(), desk.states, desk.states);
    }
  }

  private static void add(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      x[i] += y[i];
    }
  }

  private void attend(Desk desk, List<Memory> kept, Moment now) {
    asked.apply(desk.normed, desk.asked);
    for (int lane = 0; lane < kept.size(); lane++) {
      hear(desk, lane, kept.get(lane), now);
    }
    out.apply(desk.heard, desk.added);
  }

  /// What one lane hears.
  private void hear(Desk desk, int lane, Memory memory, Moment now) {
    float[] all = desk.asked[lane];
    int width = desk.width();
    int heads = stack.attention().heads();
    int part = width / heads;
    now.turn(all, 2 * width, part);
    for (int i = 0; i < width; i++) {
      all[i] *= now.scale;
    }
    memory.put(now.slot, all);
    memory.weigh(all, now.seen, desk.scores);
    float[] heard = desk.heard[lane];
    for (int head = 0; head < heads; head++) {
      distances.add(desk.scores[head], head, now.back);
      desk.sums[head] = desk.curves.softmax(desk.scores[head], now.seen);
    }
    memory.hear(desk.scores, now.seen, desk.parts);
    for (int head = 0; head < heads; head++) {
      float over = 1 / desk.sums[head];
      for (int i = 0; i < part; i++) {
        heard[head * part + i] = desk.parts[head][i] * over;
      }
    }
  }

  private void feed(Desk desk) {
    in.apply(desk.normed, desk.inner);
    gate.ifPresent(map -> map.apply(desk.normed, desk.gate));
    for (int lane = 0; lane < desk.lanes(); lane++) {
      float[] inner = desk.inner[lane];
      float[] active = gate.isPresent() ? desk.gate[lane] : inner;
      if (stack.feedForward().activation() == Activation.GELU) {
        desk.curves.gelu(active, desk.hidden());
      } else {
        desk.curves.relu(active, desk.hidden());
      }
      if (gate.isPresent()) {
        for (int i = 0; i < desk.hidden(); i++) {
          inner[i] *= active[i];
        }
      }
    }
    back.apply(desk.inner, desk.added);
  }
}
