package dev.lockstep.neural;

import ai.djl.Device;
import ai.djl.engine.Engine;

/// Where tensors live and are computed with.
public enum Hardware {
  CPU,
  /// The first GPU.
  GPU;

  /// The GPU when the engine sees one, else the CPU.
  public static Hardware best() {
    return Engine.getInstance().getGpuCount() > 0 ? GPU : CPU;
  }

  Device device() {
    return switch (this) {
      case CPU -> Device.cpu();
      case GPU -> Device.gpu();
    };
  }
}
