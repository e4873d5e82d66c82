/// Mu as a machine: programs compiled to instructions, one event each, and what they do.
///
/// Read `MuInstruction` and `MuDelta` first (what a step is and what it changes), then `MuMachine`,
/// then `MuCode` (the compiled program) and `MuLanguage`. Depends on `dev.lockstep.machine`,
/// `dev.lockstep.grammar.mu` and pcollections.
package dev.lockstep.mu;
