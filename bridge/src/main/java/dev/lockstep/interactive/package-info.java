/// Programs looked at by a person: the debugger, and what reads the person's lines.
///
/// Read `Debugger` first. `Lines` hides whether a person or a script speaks; only `TerminalLines`
/// sees JLine. Depends on `dev.lockstep.machine` and `dev.lockstep.trace`.
package dev.lockstep.interactive;
