/// A checked program as instructions in A-normal form, one event each.
///
/// Read `MuInstruction` first, then `MuCode`, the compiled program. `MuCompiler` turns statements
/// into instructions, `Lowering` what their expressions hold beyond one event, and `Assembler`
/// resolves where they lead; what is left of an expression is a `Formula`, of `Operation`s. Depends
/// on `dev.lockstep.mu.value` and `dev.lockstep.grammar.mu`.
package dev.lockstep.mu.code;
