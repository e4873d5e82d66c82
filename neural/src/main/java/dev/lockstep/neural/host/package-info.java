/// A causal decoder in plain Java: for few samples at a time on a CPU, where a tensor library
/// spends more time on calling its operations than on computing.
///
/// Read `HostDecoder` first. It is the model of the plain blocks, but for rounding: logits differ
/// from theirs, and from the kernels', by about 1e-5 of their size. Beyond that, what it computes
/// is the same to the bit on every machine and whatever else is written beside it, because every
/// sum is a chain of fused multiply-adds in a fixed order (`Rows`). Loops are written so that the
/// compiler turns them into vector instructions: over one whole array each, without branches.
package dev.lockstep.neural.host;
