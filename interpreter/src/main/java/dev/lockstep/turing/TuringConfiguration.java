package dev.lockstep.turing;

import java.util.List;
import java.util.stream.Collectors;

/// All there is to know at one instant: the state's name and the tapes with their heads.
public record TuringConfiguration(String state, List<Tape> tapes) {
  public TuringConfiguration {
    tapes = List.copyOf(tapes);
  }

  /// A configuration of a machine of one tape.
  public TuringConfiguration(String state, Tape tape) {
    this(state, List.of(tape));
  }

  /// The only tape, or the first of several.
  public Tape tape() {
    return tapes.getFirst();
  }

  /// What the heads see.
  List<Integer> seen() {
    return tapes.stream().map(Tape::symbol).toList();
  }

  /// `carry: 10[1]1 at 2`: state, and each tape with the coordinate of its head.
  @Override
  public String toString() {
    return tapes.stream()
        .map(tape -> tape + " at " + tape.head())
        .collect(Collectors.joining(" | ", state + ": ", ""));
  }
}
