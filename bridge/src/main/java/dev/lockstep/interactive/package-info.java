/// Programs looked at by a person: the debugger, Mu entry by entry, and what reads the person's
/// lines.
///
/// Read `Debugger` first, then `MuSession`. `Lines` hides whether a person or a script speaks; only
/// `TerminalLines` sees JLine. Depends on `dev.lockstep.machine`, `dev.lockstep.trace` and, for
/// sessions, `dev.lockstep.mu`.
package dev.lockstep.interactive;
