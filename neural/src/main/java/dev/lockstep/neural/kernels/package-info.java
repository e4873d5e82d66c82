/// Native kernels: TorchScript sources, loaded from an archive assembled in memory, that do in one
/// call what would be hundreds of calls from Java, and beside each the same in plain DJL
/// operations.
///
/// Read `Kernel` first, then `common.py` and `local.py` among the resources; `Blocks` is the plain
/// reference that tests compare with. May use DJL and nothing else of the project.
package dev.lockstep.neural.kernels;
