/// Turing machine files (`.tm`): grammar, syntax tree, reader, printer and checker.
///
/// Read `TuringProgram` first, then `TuringReader`. `Community` reads and writes the one-line
/// notation of the busy-beaver community. Uses `dev.lockstep.grammar` and, in the reader only,
/// ANTLR.
package dev.lockstep.grammar.turing;
