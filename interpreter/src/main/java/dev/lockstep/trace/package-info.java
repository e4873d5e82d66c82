/// Runs as files: versioned JSON Lines, one line a step, written as the run happens and read back
/// lazily.
///
/// Read `TraceHeader`, `TraceEvent` and `TraceOutcome` first: they are the lines; `TraceWriter` is
/// a `RunSink`, `TraceReader` an iterator, `Replay` rebuilds every configuration. The format is
/// described in `docs/traces.md`. Depends on `dev.lockstep.machine`, `dev.lockstep.grammar` and
/// Jackson.
package dev.lockstep.trace;
