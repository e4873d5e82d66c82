/// Small transformers on DJL: what they are, what they compute, how they learn, how they are
/// stored.
///
/// Read `LocalSpec` first (what a local model is), then `LocalModel` and `LocalTrainer`; the
/// sequence models follow the same pattern. This package knows token ids and tensors only; it may
/// use DJL, Jackson and `dev.lockstep.neural.kernels`, and nothing of the other modules.
package dev.lockstep.neural;
