/// FLEQ: one instruction that applies one of the program's own functions.
///
/// Uses `dev.lockstep.words` and `dev.lockstep.grammar.fleq`.
package dev.lockstep.fleq;
