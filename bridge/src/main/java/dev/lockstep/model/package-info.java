/// Trained models on disk: a directory with the weights, a readable `model.json`, the program's
/// source, and the checksums of all three.
///
/// Read `ModelDirectory` first, then `ModelCard`, what `model.json` says. Depends on
/// `dev.lockstep.machine` (program hashes, JSON) and `dev.lockstep.neural` (weights).
package dev.lockstep.model;
