package dev.lockstep.words;

/// The words written so far: an immutable list that grows at its end, with its length and hash
/// known.
public final class Written {
  static final Written NOTHING = new Written();

  private final Written before;
  private final long word;
  private final int length;
  private final long hash;

  /// The empty list is what comes before itself.
  private Written() {
    this.before = this;
    this.word = 0;
    this.length = 0;
    this.hash = 1;
  }

  private Written(Written before, long word) {
    this.before = before;
    this.word = word;
    this.length = before.length + 1;
    this.hash = (Long.rotateLeft(before.hash, 5) ^ word) * 0x9E3779B97F4A7C15L;
  }

  Written plus(long next) {
    return new Written(this, next);
  }

  public int length() {
    return length;
  }

  /// The words, the first first.
  public long[] words() {
    long[] words = new long[length];
    Written at = this;
    for (int i = length - 1; i >= 0; i--) {
      words[i] = at.word;
      at = at.before;
    }
    return words;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // shared beginnings end the walk early
  public boolean equals(Object other) {
    if (!(other instanceof Written that) || length != that.length || hash != that.hash) {
      return false;
    }
    Written one = this;
    Written two = that;
    while (one != two) {
      if (one.word != two.word) {
        return false;
      }
      one = one.before;
      two = two.before;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return java.util.Arrays.toString(words());
  }
}
