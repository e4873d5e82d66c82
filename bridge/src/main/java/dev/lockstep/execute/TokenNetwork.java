package dev.lockstep.execute;

import dev.lockstep.notation.Sight;
import java.util.List;

/// What says the next token from its visible set alone: a network, or a stand-in for one.
@FunctionalInterface
public interface TokenNetwork {
  /// What is said where the network's numbers are no numbers.
  int NOTHING = -1;

  /// The next token for each visible set, or `NOTHING`.
  int[] tokens(List<Sight> sights);
}
