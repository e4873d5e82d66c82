/// Brainfuck: processor, program generator, language.
///
/// Uses `dev.lockstep.words` and `dev.lockstep.grammar.brainfuck`.
package dev.lockstep.brainfuck;
