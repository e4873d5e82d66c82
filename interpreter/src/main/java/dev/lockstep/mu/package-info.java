/// Mu, the mini language: its face to the others, and who runs a program.
///
/// Read `MuLanguage` first, then `MuRunner`, which hands a run from one engine to the next; tests
/// hold them equal. The rooms below, each of which knows only what stands before it:
///
/// - `.value`: values, and what programs do with them;
/// - `.code`: a checked program as instructions, one event each;
/// - `.machine`: configurations, deltas and the machine, which is the reference;
/// - `.engine`: what the two compiled engines share, which do not know each other;
/// - `.fast`: the one for ints, truths and lists, untraced; a `Deviation` is what it leaves;
/// - `.exact`: the one for all of Mu, which traces.
///
/// `.generate` and `.fuzz` stand on all of them. Depends on `dev.lockstep.machine` and
/// `dev.lockstep.grammar.mu`.
package dev.lockstep.mu;
