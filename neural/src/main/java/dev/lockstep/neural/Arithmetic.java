package dev.lockstep.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.Locale;

/// The arithmetic that results were computed in: certificates and reports are statements about it.
///
/// @param engine the tensor library, such as `PyTorch`
/// @param version its version
/// @param device `cpu` or `gpu`
/// @param threads the native threads of one operation
/// @param dtype the number format: `float32`, or `REDUCED` where products are found to lose bits
public record Arithmetic(String engine, String version, String device, int threads, String dtype) {
  /// The number format where matrix products are computed in TF32, bf16 or the like.
  public static final String REDUCED = "float32 with reduced products";

  private static final int PROBE = 64; // rows and columns
  private static final float FINE = 1 + 0x1p-12f; // float32 holds it; TF32 and bf16 round it to 1

  /// What the engine of this process says about itself, the number format as measured.
  public static Arithmetic of(Hardware hardware) {
    Engine engine = Engine.getInstance();
    return new Arithmetic(
        engine.getEngineName(),
        engine.getVersion(),
        hardware.name().toLowerCase(Locale.ROOT),
        nativeThreads(),
        wholeProducts(hardware) ? "float32" : REDUCED);
  }

  /// The native threads of one operation in this process.
  public static int nativeThreads() {
    return JniUtils.getNumThreads();
  }

  /// Whether certificates may be given in this arithmetic.
  public boolean whole() {
    return !dtype.equals(REDUCED);
  }

  /// Whether a product with the identity gives every number back. TF32 and bf16 are off by default,
  /// but environment variables of the engine and the driver can switch them on.
  private static boolean wholeProducts(Hardware hardware) {
    float[] fine = new float[PROBE * PROBE];
    Arrays.fill(fine, FINE);
    try (NDManager manager = NDManager.newBaseManager(hardware.device())) {
      NDArray numbers = manager.create(fine, new Shape(PROBE, PROBE));
      return Arrays.equals(numbers.matMul(manager.eye(PROBE)).toFloatArray(), fine);
    }
  }
}
