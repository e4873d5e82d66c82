/// Cellular automata in `.ca` files: grammar, program, reader, printer.
///
/// Read `Cellular.g4` first, then `CellularRule`. Depends on `dev.lockstep.grammar` and ANTLR's
/// runtime.
package dev.lockstep.grammar.cellular;
