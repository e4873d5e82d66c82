package dev.lockstep.mu.value;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Fault;

/// The program's fault, on its way from where it happens to `MuMachine.next`, which answers it as a
/// value.
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public Stopped(String message, Span span) {
    super(message, null, false, false); // no stack trace: nobody sees it
    this.fault = new Fault(message, span);
  }

  public Fault fault() {
    return fault;
  }
}
