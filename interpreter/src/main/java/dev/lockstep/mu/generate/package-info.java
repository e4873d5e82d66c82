/// Seeded Mu programs: well typed, ending, and not trivial by construction; and smaller ones that
/// still show what a larger one showed.
///
/// Read `Knobs` and `Family` first (what may be asked for), then `ProgramGenerator` (which programs
/// are kept), `ProgramWriter` (how one is written; `ExtendedStatements` beyond ints, bools and
/// lists) and `Shrinker`. Depends on `dev.lockstep.mu`, `dev.lockstep.machine` and
/// `dev.lockstep.grammar`.
package dev.lockstep.mu.generate;
