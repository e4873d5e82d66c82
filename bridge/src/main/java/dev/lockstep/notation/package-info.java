/// How runs are spelt in tokens that carry coordinates, and which tokens the next one may depend
/// on.
///
/// A `Notation` belongs to one program; it stands on that program's machine and knows nothing of
/// networks. Start with `Notation`, then `Script`; `Spelt` puts a program and its notation
/// together. May use the machines of the `interpreter` module; only a `Dictation`, which reads out
/// true runs, asks them for `next`.
package dev.lockstep.notation;
