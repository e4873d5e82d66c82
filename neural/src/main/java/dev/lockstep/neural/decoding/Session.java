package dev.lockstep.neural.decoding;

/// Samples that are written side by side, at the same place, with what each has seen kept. For one
/// thread; to be closed before its model.
sealed interface Session extends AutoCloseable permits HostSession, KernelSession {
  /// The positions written so far.
  int place();

  int samples();

  /// The logits after these tokens, `(B, classes)`.
  double[] ask(long[] tokens);

  /// Sample b goes on as sample `order[b]` did.
  void reorder(int[] order);

  /// Begins a task that has as many prompts as there are samples.
  Pen pen(Task task);

  /// The numbers that are kept of what was written.
  long kept();

  @Override
  void close();

  /// Writes on for a task, and remembers which samples are done and where their automaton is.
  @FunctionalInterface
  interface Pen {
    /// Goes on by some positions.
    ///
    /// @param next the token of each sample at the first of them
    /// @param forced `(B, steps)`: what follows each position, negative where it is to be chosen
    /// @param uniforms `(B, steps)`: numbers in (0, 1] to draw with, or none
    /// @return `(B, steps)`: what follows each position
    long[] write(long[] next, long[] forced, double[] uniforms);
  }
}
