package dev.lockstep.neural.training;

import java.util.OptionalDouble;

/// How a training stands.
///
/// @param loss the mean of the latest steps, in nats
/// @param accuracy the fraction right in the latest steps, each before its step
/// @param examples examples, or asked positions, so far
/// @param examplesPerSecond of wall time, in the latest steps
/// @param peakShare the fraction of the machine's GEMM peak that the latest steps reached, where
///   the operations of a step are known
/// @param exact the latest evaluation, where there was one
/// @param secondsLeft of wall time to the nearest limit, as far as can be said
public record Report(
    long step,
    double rate,
    double loss,
    double accuracy,
    long examples,
    double cpuSeconds,
    double examplesPerSecond,
    OptionalDouble peakShare,
    OptionalDouble exact,
    OptionalDouble secondsLeft) {}
