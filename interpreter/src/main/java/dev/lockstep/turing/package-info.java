/// Turing machines: configurations, the machine, a fast runner, the layout and the language.
///
/// Read `TuringMachine` first, then `Tape`. `TuringLayout` is the local view of the same step, from
/// which notation, networks and certificates are derived; `HeadsLayout` is that of several tapes.
/// Uses `dev.lockstep.machine` and `dev.lockstep.grammar.turing`.
package dev.lockstep.turing;
