/// What networks are trained on: local examples seen in traces of seeded inputs, and every local
/// case there is.
///
/// Read `Observations` first (windows), then `SightBook` (visible sets). Depends on
/// `dev.lockstep.machine`, `dev.lockstep.execute` (windows) and `dev.lockstep.notation`.
package dev.lockstep.data;
