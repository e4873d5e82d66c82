package dev.lockstep.cli;

import java.io.PrintStream;

/// Where a command prints: results to `out`, everything else to `err`.
///
/// @param live whether a person watches `err`, so that progress may move on one line
public record Terminal(PrintStream out, PrintStream err, boolean live) {}
