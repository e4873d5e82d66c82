/// How long a training goes on, and what is told of it: budgets, early stop, progress, metrics
/// files.
///
/// Read `TrainingRun` first. It drives any `Trainer`; what a step is, the trainers know.
package dev.lockstep.neural.training;
