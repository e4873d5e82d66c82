/// Tag systems and lag systems: configurations, the machine, the language, and a compiler from
/// Turing machines to lag systems.
///
/// Read `TagMachine` first, then `LagSystem`. Uses `dev.lockstep.machine`, the grammars of both
/// languages and the configurations of `dev.lockstep.turing`.
package dev.lockstep.tag;
