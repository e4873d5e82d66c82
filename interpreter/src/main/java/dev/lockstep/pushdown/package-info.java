/// Pushdown automata with one stack and with two: runs that read a word once and keep what they
/// need on stacks.
///
/// Read `PushdownMachine` first. Uses `dev.lockstep.machine`, the stack of code points of
/// `dev.lockstep.turing`, and the grammar.
package dev.lockstep.pushdown;
