package dev.lockstep.neural.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// CPU seconds of this process, all threads together, so that neighbours on the machine count less.
public final class CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CpuClock() {}

  public static double seconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /// How long some work takes.
  public static double of(Runnable work) {
    double begun = seconds();
    work.run();
    return seconds() - begun;
  }
}
