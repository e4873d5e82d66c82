/// Finite automata (`.dfa`, `.nfa`): grammar, syntax tree, reader, printer and checker.
///
/// Read `AutomatonProgram` first. Uses `dev.lockstep.grammar` and, in the reader only, ANTLR;
/// symbols are spelt as in Turing machine files (`dev.lockstep.grammar.turing`).
package dev.lockstep.grammar.automaton;
