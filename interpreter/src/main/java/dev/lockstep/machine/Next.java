package dev.lockstep.machine;

/// What a machine says happens next.
public sealed interface Next<D> {
  /// `delta` happens. The note is shown and never compared.
  record Do<D>(D delta, Note note) implements Next<D> {
    public Do(D delta) {
      this(delta, Note.NONE);
    }
  }

  /// The run is over and has its answer.
  record Halt<D>() implements Next<D> {}

  /// The run ends in a fault of the program (a division by zero, a missing rule).
  record Fail<D>(Fault fault) implements Next<D> {}

  /// Only from a network: what it says is no delta here.
  record Garbled<D>(String why) implements Next<D> {}
}
