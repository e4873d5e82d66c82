/// Mu, the mini language: its grammar (`Mu.g4`), syntax tree, reader, printer and checker.
///
/// Read `MuProgram` and the records it is made of first, then `MuReader` (text to tree),
/// `MuPrinter` (tree to text) and `MuChecker` (what is wrong with a tree). Only `MuReader` and
/// `Newlines` see ANTLR. Depends on `dev.lockstep.grammar`.
package dev.lockstep.grammar.mu;
