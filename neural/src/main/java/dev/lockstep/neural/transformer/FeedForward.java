package dev.lockstep.neural.transformer;

import dev.lockstep.neural.Activation;

/// The block applied to each position alone: `Wb · act(Wa x + ba) + bb`, or gated, `Wb · (act(Wg x)
/// ⊙ (Wa x + ba)) + bb` (Shazeer 2020).
///
/// @param hidden the width inside
public record FeedForward(int hidden, Activation activation, boolean gated) {}
