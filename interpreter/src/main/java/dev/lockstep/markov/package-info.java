/// Markov algorithms: configurations, the machine and the language.
///
/// Read `MarkovMachine` first. Uses `dev.lockstep.machine` and `dev.lockstep.grammar.markov`.
package dev.lockstep.markov;
