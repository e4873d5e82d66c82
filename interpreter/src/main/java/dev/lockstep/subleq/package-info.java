/// SUBLEQ, the one-instruction computer: processor, fast loop, language.
///
/// Uses `dev.lockstep.words` and `dev.lockstep.grammar.subleq`.
package dev.lockstep.subleq;
