/// Tag systems and lag systems in `.tag` files: grammar, program, reader, printer.
///
/// Read `Tag.g4` first, then `TagProgram`. Depends on `dev.lockstep.grammar` and ANTLR's runtime.
package dev.lockstep.grammar.tag;
