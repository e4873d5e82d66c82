/// Compilers between languages: a subset of Mu to the register machine, the register machine to
/// SUBLEQ.
///
/// Read `MuToRegister` first. `Subset` says what of Mu is left out. Uses `dev.lockstep.words` and
/// the grammars of the three languages.
package dev.lockstep.codegen;
