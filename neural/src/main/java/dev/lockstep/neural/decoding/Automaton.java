package dev.lockstep.neural.decoding;

import java.util.Arrays;
import java.util.Objects;

/// What may be written, as a table: in each state which classes are allowed, and where each leads.
/// Writing begins in state 0; tokens of the prompt do not count.
public final class Automaton {
  private final int states;
  private final int classes;
  private final boolean[] allowed; // (states, classes)
  private final int[] following; // (states, classes)

  private Automaton(int states, int classes, boolean[] allowed, int[] following) {
    this.states = states;
    this.classes = classes;
    this.allowed = allowed;
    this.following = following;
  }

  /// An automaton by its table.
  ///
  /// @param next for each state and class the state that follows, or -1 where the class is not
  ///   allowed; every state allows at least one class
  public static Automaton of(int[][] next) {
    int classes = next[0].length;
    boolean[] allowed = new boolean[next.length * classes];
    int[] following = new int[allowed.length];
    for (int s = 0; s < next.length; s++) {
      if (next[s].length != classes || Arrays.stream(next[s]).allMatch(to -> to < 0)) {
        throw new IllegalArgumentException(
            "expected %d classes in state %d, at least one of them allowed".formatted(classes, s));
      }
      for (int c = 0; c < classes; c++) {
        allowed[s * classes + c] = next[s][c] >= 0;
        following[s * classes + c] =
            next[s][c] < 0 ? 0 : Objects.checkIndex(next[s][c], next.length);
      }
    }
    return new Automaton(next.length, classes, allowed, following);
  }

  /// Allows everything.
  public static Automaton free(int classes) {
    return of(new int[1][classes]);
  }

  public int states() {
    return states;
  }

  public int classes() {
    return classes;
  }

  public boolean allows(int state, int written) {
    return allowed[state * classes + written];
  }

  public int after(int state, int written) {
    return following[state * classes + written];
  }

  boolean[] allowed() {
    return allowed.clone();
  }

  long[] following() {
    return Arrays.stream(following).asLongStream().toArray();
  }
}
