/// Assembler source for small processors: grammar, syntax tree, reader, printer, assembler.
///
/// Read `AssemblyProgram` first, then `Dialect`: a processor's language is a dialect, a table of
/// its instructions with the operands they take. `Assembler` turns a program into an `Image`:
/// words, instructions and the values of labels. Uses `dev.lockstep.grammar` and, in the reader
/// only, ANTLR.
package dev.lockstep.grammar.assembly;
