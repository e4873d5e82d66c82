/// What the compiled engines of Mu share: a program's class in the JVM, and why a run ends up
/// elsewhere.
///
/// Read `ProgramClass` first. The engines are `dev.lockstep.mu.fast` and `dev.lockstep.mu.exact`,
/// which do not know each other. Depends on no other room of Mu.
package dev.lockstep.mu.engine;
