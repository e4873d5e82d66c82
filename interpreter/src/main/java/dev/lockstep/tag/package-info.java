/// Tag, lag and normal systems: configurations, the machine, the language, a compiler from Turing
/// machines to lag systems, and one from bi-tag systems to the tape of a universal machine.
///
/// Read `TagMachine` first, then `LagSystem` and `UniversalTape`. Uses `dev.lockstep.machine`, the
/// grammars of both languages and the configurations of `dev.lockstep.turing`.
package dev.lockstep.tag;
