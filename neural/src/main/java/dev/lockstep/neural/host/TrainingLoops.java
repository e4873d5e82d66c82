package dev.lockstep.neural.host;

/// The inner loops of training, which are there only with vectors.
record TrainingLoops(Products products, Passes passes) {}
