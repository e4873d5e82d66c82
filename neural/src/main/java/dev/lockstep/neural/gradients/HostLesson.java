package dev.lockstep.neural.gradients;

import java.util.Optional;

/// A batch to learn from, as plain arrays: B samples of T positions, width D, heads of K numbers.
/// The names are those of `Scene`; what is of no use has no elements.
///
/// @param tokens (B, T, F)
/// @param places (B, T)
/// @param added (B, T, D)
/// @param cosines and `sines` (B, T, K)
/// @param tempers (B, T)
/// @param hearing (B, T)
/// @param chosen the positions with targets among all of B·T, ascending; `targets` and `shares` of
///   the loss as many
@SuppressWarnings("ArrayRecordComponent") // never compared: on its way to the loops
public record HostLesson(
    int samples,
    int time,
    long[] tokens,
    long[] places,
    float[] added,
    float[] cosines,
    float[] sines,
    Optional<Mask> mask,
    float[] tempers,
    float[] hearing,
    long[] chosen,
    long[] targets,
    float[] shares) {

  /// Numbers added to scores: (samples, heads, T, T), where one stands for all.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Mask(int samples, int heads, float[] numbers) {
    /// The rows of one sample and head.
    Rows of(int sample, int head, int time) {
      int table = sample % samples * heads + head % heads;
      return new Rows(numbers, table * time * time, time);
    }
  }
}
