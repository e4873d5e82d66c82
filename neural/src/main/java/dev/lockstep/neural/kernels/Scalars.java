package dev.lockstep.neural.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.BinaryOperator;

/// Arithmetic of an array with one number, for what gradients are taken of.
///
/// DJL's own `mul(Number)` lends the engine a Java buffer for the number and lets go of it at once,
/// but the engine reads it again in the backward pass: a garbage collection in between, and the
/// gradient is of whatever stands there. Here the number is the engine's own.
public final class Scalars {
  private Scalars() {}

  /// `x · number`.
  public static NDArray times(NDArray x, double number) {
    return with(x, number, NDArray::mul);
  }

  /// `x / number`.
  public static NDArray over(NDArray x, double number) {
    return with(x, number, NDArray::div);
  }

  /// The larger of each element and `number`.
  public static NDArray atLeast(NDArray x, double number) {
    return with(x, number, NDArray::maximum);
  }

  private static NDArray with(NDArray x, double number, BinaryOperator<NDArray> operation) {
    NDManager manager = x.getManager();
    try (NDArray lent = manager.create(number);
        NDArray owned = lent.duplicate()) {
      return operation.apply(x, owned);
    }
  }
}
