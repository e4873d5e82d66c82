package dev.lockstep.words;

import java.util.Arrays;

/// The words that a run can read.
final class Input {
  private final long[] words;

  Input(long[] words) {
    this.words = words.clone();
  }

  int length() {
    return words.length;
  }

  long get(int index) {
    return words[index];
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Input that && Arrays.equals(words, that.words));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(words);
  }
}
