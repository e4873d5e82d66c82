/// Mu as a machine: programs compiled to instructions, one event each, and what they do.
///
/// Read `MuInstruction` and `MuDelta` first (what a step is and what it changes), then `MuMachine`,
/// then `MuCode` (the compiled program) and `MuLanguage`. Depends on `dev.lockstep.machine`,
/// `dev.lockstep.grammar.mu` and pcollections.
///
/// Three ways to run a program, which tests hold equal; `MuRunner` hands a run from one to the
/// next:
///
/// - the reference: `MuMachine`, with `Heap`, `Table` and `Evaluation`;
/// - the exact engine, which traces: `ExactCompiler` writes bytecode, `ExactRun` is what it runs
///   on;
/// - the fast engine, for ints, truths and lists: `FastCompiler`, on what `Ranges`, `StepPlan` and
///   `ListPlan` found out beforehand; a `Deviation` is what it leaves to the others.
package dev.lockstep.mu;
