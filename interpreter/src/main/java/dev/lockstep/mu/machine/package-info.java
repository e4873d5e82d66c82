/// Mu as a machine: configurations, deltas, and the step from one to the next.
///
/// Read `MuConfiguration` and `MuDelta` first (what there is to know, and what a step changes),
/// then `MuMachine`: it evaluates an instruction (`Evaluation`) to a delta and a note, and
/// `MuReplay` applies a delta without the program. This is the reference; the engines that are
/// compiled say of calls and faults what it says (`CallStack`, `Faults`). Depends on
/// `dev.lockstep.machine`, `dev.lockstep.mu.code`, `dev.lockstep.mu.value` and pcollections.
package dev.lockstep.mu.machine;
