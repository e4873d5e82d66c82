/// Markov algorithms in `.markov` files: grammar, program, reader, printer, warnings.
///
/// Read `Markov.g4` first, then `MarkovProgram`. Depends on `dev.lockstep.grammar` and ANTLR's
/// runtime.
package dev.lockstep.grammar.markov;
