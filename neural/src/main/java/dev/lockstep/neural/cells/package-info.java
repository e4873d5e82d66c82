/// Rows of cells that a local model updates all at once, again and again, inside one native call.
///
/// `CellLoop` is all there is; it stands on `LocalModel`.
package dev.lockstep.neural.cells;
