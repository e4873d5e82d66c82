/// Neural executors: networks that take the symbolic machine's place.
///
/// Read `LayoutMachine` first, the looped executor: a `Machine` whose `next` is a network, run by
/// the same `Interpreter` as the symbolic one. Depends on `dev.lockstep.machine` and
/// `dev.lockstep.neural`.
package dev.lockstep.execute;
