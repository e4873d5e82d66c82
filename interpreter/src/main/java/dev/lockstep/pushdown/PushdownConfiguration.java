package dev.lockstep.pushdown;

import dev.lockstep.turing.HalfTape;
import java.util.ArrayList;
import java.util.List;

/// The state, what is left of the input, and the stacks, each with the next or the topmost symbol
/// nearest. A step shares all but what it changes.
public record PushdownConfiguration(String state, HalfTape input, List<HalfTape> stacks) {
  /// Beyond the end of the input and the bottom of a stack; no symbol is numbered so.
  static final int NOTHING = -1;

  public PushdownConfiguration {
    stacks = List.copyOf(stacks);
  }

  static HalfTape word(int[] symbols) {
    HalfTape word = HalfTape.EMPTY;
    for (int i = symbols.length - 1; i >= 0; i--) {
      word = word.push(symbols[i], NOTHING);
    }
    return word;
  }

  /// What comes next in the input, `NOTHING` at its end.
  int next() {
    return input.nearest(NOTHING);
  }

  int top(int stack) {
    return stacks.get(stack).nearest(NOTHING);
  }

  /// After `shift`, which must fit.
  PushdownConfiguration after(Shift shift) {
    List<HalfTape> after = new ArrayList<>(stacks.size());
    for (int i = 0; i < stacks.size(); i++) {
      Shift.Change change = shift.changes().get(i);
      HalfTape stack = change.pop().isEmpty() ? stacks.get(i) : stacks.get(i).rest();
      int[] pushed = change.push().codePoints().toArray();
      for (int k = pushed.length - 1; k >= 0; k--) {
        stack = stack.push(pushed[k], NOTHING);
      }
      after.add(stack);
    }
    return new PushdownConfiguration(
        shift.state(), shift.read().isEmpty() ? input : input.rest(), after);
  }

  long cells() {
    return input.length() + stacks.stream().mapToLong(HalfTape::length).sum();
  }
}
