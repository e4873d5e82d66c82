/// Cellular automata: configurations, the machine, a bit-parallel runner, the layout and the
/// language.
///
/// Read `CellularMachine` first, then `Board`. `Patterns` reads and writes boards as text. Uses
/// `dev.lockstep.machine` and `dev.lockstep.grammar.cellular`.
package dev.lockstep.cellular;
