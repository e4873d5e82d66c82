/// FLEQ files (`.fleq`): the dialect of the assembler for one instruction with functions as data.
///
/// Uses `dev.lockstep.grammar.assembly`.
package dev.lockstep.grammar.fleq;
