package dev.lockstep.words;

/// What a processor sees of the state of a run.
public interface View {
  /// The address or number of the instruction that comes next.
  long position();

  long register(int number);

  /// The word at an address that is not negative.
  long memory(long address);

  boolean hasInput();

  /// The next word of the input. Throws `IndexOutOfBoundsException` where it has ended.
  long input();
}
