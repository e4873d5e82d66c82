/// SUBLEQ files (`.sq`): the dialect of the assembler for the one-instruction computer.
///
/// Uses `dev.lockstep.grammar.assembly`.
package dev.lockstep.grammar.subleq;
