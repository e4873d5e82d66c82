package dev.lockstep.neural.blocks;

/// Which positions a query's score is computed for, slot by slot; the mask then says which of them
/// it sees. However chosen, all that is visible is among them.
sealed interface Keys {
  /// A band pays where it holds at most one in so many positions (measured at width 128).
  int BAND_PAYS = 4;

  /// Gathering is slow: a list pays where it holds at most one in so many positions.
  int LIST_PAYS = 64;

  /// The queries: the positions, perhaps with padding.
  int queries();

  /// The keys of each query.
  int slots();

  /// The position in a slot, or -1 for none.
  int key(int sample, int query, int slot);

  /// Every position.
  record All(int time) implements Keys {
    @Override
    public int queries() {
      return time;
    }

    @Override
    public int slots() {
      return time;
    }

    @Override
    public int key(int sample, int query, int slot) {
      return slot;
    }
  }

  /// The visible ones, gathered one by one.
  record Listed(Sights sights, int time) implements Keys {
    @Override
    public int queries() {
      return time;
    }

    @Override
    public int slots() {
      return sights.most();
    }

    @Override
    public int key(int sample, int query, int slot) {
      return sights.key(sample, query, slot);
    }
  }

  /// Positions in blocks of `length`, the last one padded: a query is compared with its own block
  /// and with the blocks before and after it, so that products of matrices do the work.
  ///
  /// @param before 1 where the block before is wanted, else 0
  /// @param after 1 where the block after is wanted, else 0
  record Band(int time, int length, int before, int after) implements Keys {
    private static final int SHORTEST = 16; // shorter blocks make products too small to be fast

    /// A band for rules that look at most so far back and ahead.
    static Band reaching(int back, int ahead, int time) {
      int far = Math.max(SHORTEST, Math.max(back, ahead));
      int length = far == Integer.highestOneBit(far) ? far : 2 * Integer.highestOneBit(far);
      return new Band(time, length, Math.min(back, 1), Math.min(ahead, 1));
    }

    @Override
    public int queries() {
      return Math.ceilDiv(time, length) * length;
    }

    @Override
    public int slots() {
      return (before + 1 + after) * length;
    }

    @Override
    public int key(int sample, int query, int slot) {
      int position = (query / length - before) * length + slot;
      return position < time ? Math.max(-1, position) : -1;
    }
  }

  /// The cheapest that holds all that is visible.
  static Keys of(Sights sights, int time) {
    Band band = Band.reaching(sights.back(), sights.ahead(), time);
    if (band.slots() * BAND_PAYS <= time) {
      return band;
    }
    return sights.most() * LIST_PAYS <= time ? new Listed(sights, time) : new All(time);
  }
}
