/// The register machine: 16 instructions, 16 registers, a memory of its own for words.
///
/// Uses `dev.lockstep.words` and `dev.lockstep.grammar.register`.
package dev.lockstep.register;
