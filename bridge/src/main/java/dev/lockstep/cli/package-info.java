/// The command line: one small class a command, which parses its options, calls the library and
/// prints.
///
/// Read `Main` first, then `RunCommand` as an example. A module that brings further commands
/// implements `LockstepCommand` and names it under `META-INF/services`. What every command does
/// alike stands in `Terminal` (where it prints), `Loaded` (the program), `BudgetOptions`,
/// `InputOption` and `UserErrors` (which exceptions are the user's, and their exit codes). May use
/// every package below it; commands that need no network must not touch one, so that they start
/// fast.
package dev.lockstep.cli;
