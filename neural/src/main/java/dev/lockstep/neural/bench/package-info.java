/// How fast the engine is, beside stock DJL on the same machine in the same run.
///
/// Read `Figures` first; `StockDecoder` is the peer, `Pairs` how two things are timed against each
/// other. All times are CPU seconds of the whole process.
package dev.lockstep.neural.bench;
