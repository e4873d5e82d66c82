/// Comparison of what is claimed with what is true: verdicts on runs, scores over many runs, and
/// certificates over every local case.
///
/// Read `Verifier` first: it steps the symbolic machine beside a claimed run and stops where they
/// part. `TokenVerifier` does the same token by token. Then `Certifier`, the same comparison over
/// every window that a run could ever meet. Depends on `dev.lockstep.machine`,
/// `dev.lockstep.execute` and Hipparchus (exact intervals).
package dev.lockstep.verify;
