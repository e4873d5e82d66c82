/// The exact engine: all of Mu as JVM bytecode, traced or not, with each step counted.
///
/// `ExactCode` is a program compiled; nothing else is open to others. Read `ExactCompiler` next,
/// which writes a function, then `ExactRun`, the state of a run, and what the bytecode calls with
/// it: `ExactSteps` and `ExactTables` take the steps, `ExactOperands` and `ExactOperators` evaluate
/// between them, `ExactFunction` takes the steps of a function that is too large for a method.
/// Depends on `dev.lockstep.mu.engine`, `.machine`, `.code` and `.value`.
package dev.lockstep.mu.exact;
