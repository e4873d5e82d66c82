/// The demo and the experiments: stories told with the whole library. May use everything; nothing
/// may use them.
package dev.lockstep.examples;
