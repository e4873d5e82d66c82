package dev.lockstep.turing;

/// All there is to know at one instant: the state's name and the tape with its head.
public record TuringConfiguration(String state, Tape tape) {

  /// `carry: 10[1]1 at 2`: state, tape, coordinate of the head.
  @Override
  public String toString() {
    return state + ": " + tape + " at " + tape.head();
  }
}
