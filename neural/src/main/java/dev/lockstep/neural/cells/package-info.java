/// Rows of cells that a local model updates all at once, again and again: inside one native call,
/// or in Java where that is faster.
///
/// Read `CellLoop`, which stands on `LocalModel`; `Updates` is what the two ways have in common,
/// and `RememberedLoop` looks the network's answers up.
package dev.lockstep.neural.cells;
