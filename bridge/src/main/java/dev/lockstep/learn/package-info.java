/// Training of executors: from traces alone, then from counterexamples, every figure kept apart.
/// Looped executors get theirs from the enumeration of windows, scratchpad executors from fresh
/// runs.
///
/// Read `LoopedLearner` first, then `ScratchpadLearner`. Depends on `dev.lockstep.data` (what
/// traces show), `dev.lockstep.verify` (windows judged) and `dev.lockstep.neural` (the trainer).
package dev.lockstep.learn;
