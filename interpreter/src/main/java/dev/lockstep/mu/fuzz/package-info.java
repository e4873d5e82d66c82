/// Search for bugs of Mu: generated programs and damaged sources through the parser, the printer,
/// the formatter and all engines.
///
/// Read `Examination` (what must hold of any source) first, then `Fuzzer` (one source) and `Search`
/// (many, on several threads). Depends on `dev.lockstep.mu`, `dev.lockstep.mu.generate`,
/// `dev.lockstep.machine` and `dev.lockstep.grammar`.
package dev.lockstep.mu.fuzz;
