/// Neural executors: networks that take the symbolic machine's place.
///
/// Read `LayoutMachine` first, the looped executor: a `Machine` whose `next` is a network, run by
/// the same `Interpreter` as the symbolic one. Then `Scribe`, the scratchpad executor, which writes
/// a run token by token. Depends on `dev.lockstep.machine`, `dev.lockstep.notation` and
/// `dev.lockstep.neural`.
package dev.lockstep.execute;
