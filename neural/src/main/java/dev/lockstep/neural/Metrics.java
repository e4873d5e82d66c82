package dev.lockstep.neural;

/// What a call of `advance` measured on the examples that it trained on, each before its step.
///
/// @param step the steps taken since the training began
/// @param loss the mean cross-entropy in nats
/// @param accuracy the fraction of examples (for sequences: of chosen positions) whose largest
///   logit was the target's
/// @param examples the number of examples (for sequences: of chosen positions) in this call
public record Metrics(long step, double loss, double accuracy, long examples) {}
