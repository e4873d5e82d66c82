/// Brainfuck files (`.bf`): grammar, syntax tree and reader.
///
/// Read `Step` first. Uses `dev.lockstep.grammar` and, in the reader only, ANTLR.
package dev.lockstep.grammar.brainfuck;
