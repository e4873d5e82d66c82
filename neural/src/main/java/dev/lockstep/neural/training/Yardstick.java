package dev.lockstep.neural.training;

/// What turns time into a share of what the machine can do.
///
/// @param operations floating-point operations of one step
/// @param peak GFLOP per CPU second of large matrix products, measured on this machine
public record Yardstick(double operations, double peak) {}
