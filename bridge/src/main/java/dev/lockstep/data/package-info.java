/// What networks are trained on: local examples seen in traces of seeded inputs, and every local
/// case there is.
///
/// Read `Observations` first. Depends on `dev.lockstep.machine` and `dev.lockstep.execute`
/// (windows).
package dev.lockstep.data;
