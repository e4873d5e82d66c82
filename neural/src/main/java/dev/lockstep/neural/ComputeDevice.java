package dev.lockstep.neural;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.List;
import java.util.stream.IntStream;

/// One device among those of a kind: more than one are only needed where a batch is divided.
///
/// @param index counts the GPUs that the engine sees from 0; the CPU is one device, 0
public record ComputeDevice(Hardware hardware, int index) {
  public ComputeDevice {
    if (index < 0 || (hardware == Hardware.CPU && index > 0)) {
      throw new IllegalArgumentException("there is no device %s %d".formatted(hardware, index));
    }
  }

  /// The device that a model of this hardware stands on.
  public static ComputeDevice first(Hardware hardware) {
    return new ComputeDevice(hardware, 0);
  }

  /// The GPUs that the engine sees beyond the first.
  public static List<ComputeDevice> furtherGpus() {
    return IntStream.range(1, Engine.getInstance().getGpuCount())
        .mapToObj(index -> new ComputeDevice(Hardware.GPU, index))
        .toList();
  }

  /// `IllegalArgumentException` for a GPU that the engine does not see.
  Device device() {
    return switch (hardware) {
      case CPU -> Device.cpu();
      case GPU -> {
        int seen = Engine.getInstance().getGpuCount();
        if (index >= seen) {
          throw new IllegalArgumentException(
              "the engine sees %d GPUs, so there is no GPU %d".formatted(seen, index));
        }
        yield Device.gpu(index);
      }
    };
  }
}
