package dev.lockstep.verify;

import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One window as the network and the rule see it.
///
/// @param expected the content that the rule says
/// @param proposed the content of the greatest logit, or `CellNetwork.NOTHING`
/// @param margin the logit of the expected content less the greatest other one; not a number where
///   a logit is none
public record Judged(Window window, int expected, int proposed, float margin) {
  private static final int BATCH = 4096;

  public boolean right() {
    return proposed == expected;
  }

  /// Whether the network is right by more than `bound`; never where the margin is not a number.
  public boolean surer(double bound) {
    return right() && margin > bound;
  }

  /// Judges every window that the layout allows.
  public static void all(Layout<?, ?> layout, LogitNetwork network, Consumer<Judged> each) {
    List<int[]> batch = new ArrayList<>();
    layout.windows(
        window -> {
          batch.add(window.clone());
          if (batch.size() == BATCH) {
            judge(layout, network, batch, each);
            batch.clear();
          }
        });
    judge(layout, network, batch, each);
  }

  private static void judge(
      Layout<?, ?> layout, LogitNetwork network, List<int[]> windows, Consumer<Judged> each) {
    if (windows.isEmpty()) {
      return;
    }
    float[][] logits = network.logits(windows.toArray(int[][]::new));
    for (int i = 0; i < logits.length; i++) {
      int expected = layout.rule(windows.get(i));
      each.accept(
          new Judged(
              Window.of(windows.get(i)),
              expected,
              LogitNetwork.greatest(logits[i]),
              margin(logits[i], expected)));
    }
  }

  static float margin(float[] logits, int expected) {
    float margin = Float.POSITIVE_INFINITY;
    for (int i = 0; i < logits.length; i++) {
      if (i != expected) {
        margin = Math.min(margin, logits[expected] - logits[i]);
      }
    }
    return margin;
  }
}
