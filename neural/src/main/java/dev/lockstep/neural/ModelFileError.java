package dev.lockstep.neural;

import java.io.Serial;

/// A model or checkpoint file that cannot be used: damaged, foreign, or of another shape. The
/// user's error; the message names the file and what is wrong with it.
public final class ModelFileError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public ModelFileError(String message) {
    super(message);
  }
}
