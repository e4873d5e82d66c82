/// Writing with a causal decoder: token after token inside one native call, with caches.
///
/// Read `Writer` first; `Strategy` and `Automaton` are what it can be told, `Session` keeps the
/// caches, `Beams` and the callback of `Writer.writeSlowly` ask for logits position by position.
package dev.lockstep.neural.decoding;
