/// Small processors: machines of words, with registers, memory, an input and an output.
///
/// Read `WordMachine` first, then `Processor`, which says what one kind of processor does next;
/// `WordLanguage` is the language around one. `Memory` makes configurations cheap to keep, and
/// `WordRunner` runs without keeping them. Uses `dev.lockstep.machine` and
/// `dev.lockstep.grammar.assembly`.
package dev.lockstep.words;
