/// The central abstraction: a run is a list of deltas, a machine says the next delta and applies
/// it.
///
/// Read `Machine` first, then `Interpreter`, which runs machines within a `Budget` and streams what
/// happens into a `RunSink`, and `Language`, what a language author writes. A language that must be
/// fast adds a `Runner`. Depends on `dev.lockstep.grammar` and Jackson (values and deltas as JSON).
package dev.lockstep.machine;
