/// Wang's B-machine and the Post–Turing machine.
///
/// Read `MarksMachines` first: an instruction is a state of a Turing machine. Uses
/// `dev.lockstep.turing` and `dev.lockstep.grammar.marks`.
package dev.lockstep.marks;
