/// Mu's values, and what programs do with them: operators, built-ins, texts, what lists, maps and
/// sets hold.
///
/// Read `MuValue` first, then `Heap`: lists, maps and sets are values by their number only, and
/// what they hold is a heap's, of which the machine and the exact engine have one each. Both
/// compute by `Arithmetic`, `Texts` and `Builtins`; a fault of the program is a `Stopped`. Depends
/// on `dev.lockstep.machine`, `dev.lockstep.grammar.mu` and pcollections.
package dev.lockstep.mu.value;
