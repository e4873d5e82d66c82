/// A causal decoder in Java: for few samples at a time on a CPU, where a tensor library spends more
/// time on calling its operations than on computing, and for any number where vectors can be had.
///
/// Read `HostDecoder` first, then `Loops`: the inner loops are written twice, for the compiler to
/// turn into vector instructions, and in `src/vectors` with vectors. It is the model of the plain
/// blocks, but for rounding: logits differ from theirs, and from the kernels', by about 1e-5 of
/// their size. Beyond that, what it computes is the same to the bit on every machine, with either
/// kind of loops and whatever else is written beside it, because every sum has its fixed order.
///
/// `HostCells` does the same for rows of cells that a local model updates.
package dev.lockstep.neural.host;
