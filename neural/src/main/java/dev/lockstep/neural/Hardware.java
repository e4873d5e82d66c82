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

  /// Whether the engine of this process runs the fused kernels; the plain blocks run on any.
  public static boolean hasKernels() {
    return Engine.getInstance().getEngineName().equals("PyTorch");
  }

  Device device() {
    return switch (this) {
      case CPU -> Device.cpu();
      case GPU -> Device.gpu();
    };
  }
}
