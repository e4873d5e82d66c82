/// Finite automata and regular expressions: runs, determinization, minimization, equivalence.
///
/// Read `AutomatonMachines` first: a run is that of a Turing machine that only moves right.
/// `Automata` works on whole automata, with the library dk.brics.automaton. Uses
/// `dev.lockstep.turing` and the grammars.
package dev.lockstep.automata;
