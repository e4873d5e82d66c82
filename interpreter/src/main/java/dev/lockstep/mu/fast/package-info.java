/// The fast engine: Mu of ints, truths and lists as JVM bytecode, untraced.
///
/// `FastCode` is a program compiled, and what it leaves to the exact engine a `Deviation`; nothing
/// else is open to others. Read `FastCompiler` next, which writes a function, on what is known
/// before a run: `TypedFunction` (its `Term`s and their `Kind`s), `Ranges` (which ints a term may
/// have), `StepPlan` (where steps are paid) and `ListPlan` (the lists of a loop). `FastRun` is what
/// the bytecode runs on. Depends on `dev.lockstep.mu.engine`, `.machine`, `.code` and `.value`.
package dev.lockstep.mu.fast;
