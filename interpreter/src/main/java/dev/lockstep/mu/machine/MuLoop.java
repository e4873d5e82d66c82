package dev.lockstep.mu.machine;

import java.math.BigInteger;

/// The hidden state of a running `for`, kept in its frame under the loop variable's name.
public sealed interface MuLoop {
  /// The next value of the loop variable, and the value that ends the loop.
  record Counting(BigInteger upcoming, BigInteger to) implements MuLoop {}

  /// The next element to visit of the list `id`, which had `length` elements at the start.
  record Walking(int id, int upcoming, int length) implements MuLoop {}
}
