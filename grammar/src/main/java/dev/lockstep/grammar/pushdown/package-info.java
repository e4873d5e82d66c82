/// Pushdown automata with one stack (`.dpda`) or two (`.stacks`): grammar, syntax tree, reader,
/// printer and checker.
///
/// Read `PushdownProgram` first. Uses `dev.lockstep.grammar` and, in the reader only, ANTLR;
/// symbols are spelt as in Turing machine files (`dev.lockstep.grammar.turing`).
package dev.lockstep.grammar.pushdown;
