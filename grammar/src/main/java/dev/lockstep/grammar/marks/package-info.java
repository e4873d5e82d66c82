/// Programs of Wang's B-machine (`.wang`) and the Post–Turing machine (`.post`): grammar, syntax
/// tree, reader, printer and checker.
///
/// Read `MarksProgram` first. Uses `dev.lockstep.grammar` and, in the reader only, ANTLR.
package dev.lockstep.grammar.marks;
