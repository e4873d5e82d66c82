/// The gradients of small transformers in Java, for processes with vectors.
///
/// Read `HostGradients`, then `TapedNetwork` and `TapedLayer`, where a layer goes there and back in
/// the standard formulas; the loops below them are `Products` and `Passes`, which `src/vectors`
/// has. Where a process has no vectors, or a shape is not covered, kernels compute gradients.
package dev.lockstep.neural.gradients;
