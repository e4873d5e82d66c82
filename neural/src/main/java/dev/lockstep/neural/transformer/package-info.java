/// What a transformer is, as data: visibility, positions, norms, depth and the samples that they
/// speak about. Computes nothing.
///
/// Read `TransformerSpec` first, then `Visibility` and `Positions`; `WeightNames` fixes the order
/// of the weights.
package dev.lockstep.neural.transformer;
