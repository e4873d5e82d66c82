/// The trusted checker: a few hundred lines of plain Java that re-derive a certificate in float64,
/// from the weights' file and a rule table, as a process of their own.
///
/// Uses the JDK and Jackson (for two JSON headers) and nothing else of Lockstep: no engine, no
/// layout, no training code, so that a mistake there cannot hide here. Read `Checker` first.
package dev.lockstep.checker;
