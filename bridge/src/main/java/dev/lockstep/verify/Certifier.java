package dev.lockstep.verify;

import dev.lockstep.data.Marks;
import dev.lockstep.data.WindowCount;
import dev.lockstep.execute.CellNetwork;
import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import dev.lockstep.neural.Arithmetic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;

/// Asks a network every window that its layout allows.
public final class Certifier {
  /// The most windows that are enumerated.
  public static final long MOST_WINDOWS = 5_000_000;

  /// The least margin that counts, however small the noise.
  public static final double BOUND = 0.5;

  private static final Comparator<Judged> BY_MARGIN = Comparator.comparingDouble(Judged::margin);
  private static final double NOISES = 1_000; // so many times the measured noise
  private static final int MOST_FAILURES = 100;
  private static final int CLOSEST = 64; // windows of least margin on which noise is measured
  private static final int SAMPLED = 192; // and windows spread over all

  private final Layout<?, ?> layout;
  private final LogitNetwork network;
  private final SequencedMap<String, LogitNetwork> others = new LinkedHashMap<>();
  private final List<Judged> failures = new ArrayList<>();
  private final List<Window> sample = new ArrayList<>();
  private final PriorityQueue<Judged> closest = new PriorityQueue<>(BY_MARGIN.reversed());
  private long windows;

  private Certifier(Layout<?, ?> layout, LogitNetwork network) {
    this.layout = layout;
    this.network = network;
  }

  /// The certificate, or why there is none. Throws `TooManyWindows`.
  ///
  /// @param others other ways to compute the same logits, by name: their difference counts as noise
  public static Certificate certify(
      Layout<?, ?> layout,
      LogitNetwork network,
      SequencedMap<String, LogitNetwork> others,
      Certificate.Subject subject) {
    double count = requireEnumerable(layout);
    Certifier certifier = new Certifier(layout, network);
    certifier.others.putAll(others);
    return certifier.certify(subject, (long) Math.max(1, count / SAMPLED));
  }

  /// The number of windows. Throws `TooManyWindows`.
  public static double requireEnumerable(Layout<?, ?> layout) {
    double windows = WindowCount.of(layout);
    if (!(windows <= MOST_WINDOWS)) {
      throw new TooManyWindows(windows);
    }
    return windows;
  }

  private Certificate certify(Certificate.Subject subject, long stride) {
    Judged.all(layout, network, judged -> look(judged, stride));
    Judged least = closest.stream().min(BY_MARGIN).orElseThrow();
    List<Window> noisy = new ArrayList<>(closest.stream().map(Judged::window).toList());
    noisy.addAll(sample);
    Spread spread = Spread.measure(network, noisy, others);
    double bound = Math.max(BOUND, NOISES * spread.greatest());
    // Noise is measured after the first look, so windows between the two bounds come second.
    long wrong = countWrong(bound);
    return new Certificate(
        subject,
        windows,
        wrong,
        failures.stream().map(this::failure).toList(),
        least.margin(),
        least.window().describe(layout),
        bound,
        spread,
        layout.invariant(),
        objections(subject.arithmetic()),
        Agreement.NONE);
  }

  private List<String> objections(Arithmetic arithmetic) {
    List<String> objections = new ArrayList<>(objections(layout));
    if (!arithmetic.whole()) {
      objections.add("the engine multiplies with fewer bits than float32 (TF32 or bf16 is on)");
    }
    return objections;
  }

  private static List<String> objections(Layout<?, ?> layout) {
    return layout.places().isEmpty()
        ? Closure.objections(layout, Marks.of(layout))
        : PlaceClosure.objections(layout);
  }

  private void look(Judged judged, long stride) {
    if (windows++ % stride == 0) {
      sample.add(judged.window());
    }
    closest.add(comparable(judged));
    if (closest.size() > CLOSEST) {
      closest.remove();
    }
  }

  /// A margin that is not a number counts as the least of all.
  private static Judged comparable(Judged judged) {
    return Float.isNaN(judged.margin())
        ? new Judged(judged.window(), judged.expected(), judged.proposed(), Float.NEGATIVE_INFINITY)
        : judged;
  }

  private long countWrong(double bound) {
    long[] wrong = {0};
    Judged.all(
        layout,
        network,
        judged -> {
          if (!judged.surer(bound)) {
            wrong[0]++;
            if (failures.size() < MOST_FAILURES) {
              failures.add(judged);
            }
          }
        });
    return wrong[0];
  }

  private Certificate.Failure failure(Judged judged) {
    return new Certificate.Failure(
        judged.window().describe(layout),
        layout.contents().get(judged.expected()),
        judged.proposed() == CellNetwork.NOTHING
            ? "nothing"
            : layout.contents().get(judged.proposed()),
        judged.margin(),
        layout.explain(judged.window().cells()));
  }
}
