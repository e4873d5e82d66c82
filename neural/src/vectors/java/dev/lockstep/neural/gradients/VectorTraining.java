package dev.lockstep.neural.gradients;

/// The loops of training with vectors.
record VectorTraining(Products products, Passes passes) implements TrainingLoops {
  VectorTraining() {
    this(new VectorProducts(), new VectorPasses());
  }
}
