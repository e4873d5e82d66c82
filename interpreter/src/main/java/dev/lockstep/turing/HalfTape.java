package dev.lockstep.turing;

/// The cells on one side of the head, the nearest first, out to the last that is not blank: an
/// immutable stack of code points with its length and hash known.
///
/// Canonical: the far end is never blank, so that equal content is equal.
public final class HalfTape {
  public static final HalfTape EMPTY = new HalfTape();

  private final int symbol;
  private final HalfTape rest;
  private final int length;
  private final long hash;

  /// The empty end of every half tape is its own rest.
  private HalfTape() {
    this.symbol = 0;
    this.rest = this;
    this.length = 0;
    this.hash = 1;
  }

  private HalfTape(int symbol, HalfTape rest) {
    this.symbol = symbol;
    this.rest = rest;
    this.length = rest.length + 1;
    this.hash = (Long.rotateLeft(rest.hash, 5) ^ symbol) * 0x9E3779B97F4A7C15L;
  }

  /// This with `pushed` as the nearest cell; a blank at the far end is not kept.
  public HalfTape push(int pushed, int blank) {
    return length == 0 && pushed == blank ? this : new HalfTape(pushed, this);
  }

  /// The nearest cell, `blank` beyond the end.
  public int nearest(int blank) {
    return length == 0 ? blank : symbol;
  }

  /// What is left without the nearest cell.
  public HalfTape rest() {
    return rest;
  }

  /// Cells out to the last that is not blank.
  public int length() {
    return length;
  }

  /// The symbols, the nearest first.
  public int[] symbols() {
    int[] symbols = new int[length];
    HalfTape at = this;
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = at.symbol;
      at = at.rest;
    }
    return symbols;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HalfTape that && same(this, that);
  }

  /// Walks both until they differ or share their rest, at the latest at the empty end.
  @SuppressWarnings("ReferenceEquality") // shared rests end the walk early
  private static boolean same(HalfTape a, HalfTape b) {
    if (a.length != b.length || a.hash != b.hash) {
      return false;
    }
    while (a != b) {
      if (a.symbol != b.symbol) {
        return false;
      }
      a = a.rest;
      b = b.rest;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return new String(symbols(), 0, length);
  }
}
