package dev.lockstep.neural.engine;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What a training will need, known before it begins.
///
/// @param operations floating-point operations of one step, forward and backward
/// @param stateBytes parameters, their gradients and two moments each
/// @param activationBytes what the backward pass must find again, about
public record Needs(long parameters, double operations, double stateBytes, double activationBytes) {

  /// Of batches of so many samples of so many positions, in so many parts.
  public static Needs of(TransformerSpec spec, int batch, int time, int parts) {
    double tokens = (double) batch * time;
    double operations = 6.0 * spec.parameters() * tokens;
    double kept = 0;
    for (Stack stack : spec.stacks()) {
      double passes = (double) stack.layers() * stack.depth().most();
      operations += 12.0 * passes * time * time * spec.width() * batch;
      double block = stack.feedForward().gated() ? 3 : 2;
      // Norms, queries, keys, values, answers and sums; then the feed-forward block's inside.
      kept += passes * (10.0 * spec.width() + block * stack.feedForward().hidden());
    }
    double each = spec.element().bytes();
    return new Needs(
        spec.parameters(),
        operations,
        4.0 * spec.parameters() * each,
        (kept + 3.0 * spec.classes()) * tokens / parts * each);
  }

  /// All memory, about.
  public double bytes() {
    return stateBytes + activationBytes;
  }

  /// Says no where a training cannot fit.
  ///
  /// @param available bytes that may be used
  public void demand(double available) {
    if (!(bytes() <= available)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "this training needs about %s (%s for parameters, gradients and moments, %s for"
                  + " activations), and %s are available; take smaller batches or more parts",
              size(bytes()),
              size(stateBytes),
              size(activationBytes),
              size(available)));
    }
  }

  /// The machine's memory less what its Java heap may grow to.
  public static double available() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.max(0, system.getTotalMemorySize() - Runtime.getRuntime().maxMemory());
  }

  /// Such as `834,080 parameters, 20.5 GFLOP a step, 12.7 MiB of state, 96.0 MiB of activations`.
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%,d parameters, %.1f GFLOP a step, %s of state, %s of activations",
        parameters,
        operations / 1e9,
        size(stateBytes),
        size(activationBytes));
  }

  private static String size(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / (1 << 20))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
  }
}
