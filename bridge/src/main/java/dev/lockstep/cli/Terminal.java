package dev.lockstep.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// What a command talks to: it reads from `in`, prints results to `out` and everything else to
/// `err`.
///
/// @param live whether a person watches `err`, so that progress may move on one line
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean live) {
  /// A terminal without input.
  public Terminal(PrintStream out, PrintStream err, boolean live) {
    this(InputStream.nullInputStream(), out, err, live);
  }

  /// Whether it is the process's own, so that a person may sit before it.
  boolean isProcess() {
    return in.equals(System.in);
  }
}
