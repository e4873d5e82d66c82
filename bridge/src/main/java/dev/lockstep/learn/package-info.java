/// Training of looped executors: from traces alone, then from the counterexamples that enumeration
/// finds, every figure kept apart.
///
/// Read `LoopedLearner` first. Depends on `dev.lockstep.data` (what traces show),
/// `dev.lockstep.verify` (windows judged) and `dev.lockstep.neural` (the trainer).
package dev.lockstep.learn;
