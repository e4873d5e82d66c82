/// Register machine files (`.rm`): the dialect of the assembler for a machine of 16 instructions.
///
/// Uses `dev.lockstep.grammar.assembly`.
package dev.lockstep.grammar.register;
