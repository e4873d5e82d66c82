/// Transformers as ordinary DJL blocks, in operations that every DJL engine has: the readable
/// definition of what the kernels compute.
///
/// Read `AttentionBlock`, then `LayerBlock` and `StackBlock`; `Scene` turns samples into the arrays
/// that blocks and kernels take. May use DJL and the specs of `transformer`.
package dev.lockstep.neural.blocks;
