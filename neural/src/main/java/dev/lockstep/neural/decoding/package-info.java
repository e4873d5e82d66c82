/// Writing with a causal decoder: token after token, many inside one native call, with caches.
///
/// Read `Writer` first; `Strategy` and `Automaton` are what it can be told. A `Session` keeps the
/// caches: in native memory beside the kernels, or in plain Java, which is faster for few samples;
/// `Lanes` opens the one or the other. `Beams` and the callback of `Writer.writeSlowly` ask for
/// logits position by position.
package dev.lockstep.neural.decoding;
