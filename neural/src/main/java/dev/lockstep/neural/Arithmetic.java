package dev.lockstep.neural;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Locale;

/// The arithmetic that results were computed in: certificates and reports are statements about it.
///
/// @param engine the tensor library, such as `PyTorch`
/// @param version its version
/// @param device `cpu` or `gpu`
/// @param threads the native threads of one operation
/// @param dtype the number format, always `float32`; TF32 and bf16 are off
public record Arithmetic(String engine, String version, String device, int threads, String dtype) {

  /// What the engine of this process says about itself.
  public static Arithmetic of(Hardware hardware) {
    Engine engine = Engine.getInstance();
    return new Arithmetic(
        engine.getEngineName(),
        engine.getVersion(),
        hardware.name().toLowerCase(Locale.ROOT),
        JniUtils.getNumThreads(),
        "float32");
  }
}
