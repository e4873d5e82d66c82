/// What makes a start quick: run once by the launcher after a build, never by a user.
///
/// The JVM keeps loaded classes between runs in a cache. `QuickJars` rewrites the jars first, so
/// that the cache takes all that a start needs: `OldClasses` raises classes that it refuses, and
/// `LinkedAhead` writes out what would be linked at run time. `Rehearsal` then makes the runs from
/// which the cache is taken. May use the command line and the JDK's class files.
package dev.lockstep.launcher;
