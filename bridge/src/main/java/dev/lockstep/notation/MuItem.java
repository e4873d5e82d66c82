package dev.lockstep.notation;

import dev.lockstep.mu.value.MuValue;

/// One thing that a step of a Mu program says, at a fixed place of the step's layout.
///
/// @param kind what is said
/// @param name of the variable, list or operand, as in the program
/// @param role the number of this place among all places of the program
record MuItem(Kind kind, String name, int role) {
  enum Kind {
    /// A live scalar, written out again at the head of a turn.
    SNAPSHOT("keep"),
    /// The hidden end of a running `for`.
    BOUND("bound"),
    /// A value read, or `skip`.
    READ("read"),
    /// The index that an element is read at, where it has to be computed.
    ADDRESS("index"),
    /// A value written, or `done`.
    WRITE("write"),
    /// Where the run goes on.
    GOTO("goto");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  String words() {
    return kind == Kind.GOTO ? kind.word : kind.word + " " + name;
  }

  /// What stands at one item.
  sealed interface Said {
    record Of(MuValue value) implements Said {}

    record Skip() implements Said {}

    record Done() implements Said {}

    record To(int site) implements Said {}

    record Back() implements Said {}
  }
}
