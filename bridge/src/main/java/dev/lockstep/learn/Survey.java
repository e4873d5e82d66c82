package dev.lockstep.learn;

import dev.lockstep.data.WindowSet;
import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import dev.lockstep.verify.Judged;
import dev.lockstep.verify.Proportion;
import java.util.ArrayList;
import java.util.List;

/// What a network knows of every allowed window at one moment.
///
/// @param seen windows that occur in the traces, those right among them
/// @param unseen the others
/// @param leastSeen the least margin of a seen window
/// @param least the least margin of all
/// @param weak the first windows without the wished margin, wrong ones included
record Survey(Proportion seen, Proportion unseen, float leastSeen, float least, List<Window> weak) {
  private static final int MOST_WEAK = 100_000;

  static Survey of(Layout<?, ?> layout, LogitNetwork network, WindowSet seen, double margin) {
    Count count = new Count(seen, margin);
    Judged.all(layout, network, count::add);
    return new Survey(
        new Proportion(count.right[1], count.total[1]),
        new Proportion(count.right[0], count.total[0]),
        count.least[1],
        Math.min(count.least[0], count.least[1]),
        count.weak);
  }

  private static final class Count {
    private final WindowSet traced;
    private final double wished;
    private final long[] right = new long[2]; // unseen, seen
    private final long[] total = new long[2];
    private final float[] least = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    private final List<Window> weak = new ArrayList<>();

    Count(WindowSet traced, double wished) {
      this.traced = traced;
      this.wished = wished;
    }

    void add(Judged judged) {
      int kind = traced.contains(judged.window()) ? 1 : 0;
      total[kind]++;
      right[kind] += judged.right() ? 1 : 0;
      least[kind] = Math.min(least[kind], judged.margin());
      if (!judged.surer(wished) && weak.size() < MOST_WEAK) {
        weak.add(judged.window());
      }
    }
  }
}
