/// The main job, told as a story: a network learns to execute a program from the interpreter's
/// traces, is checked step by step on inputs far longer than any it has seen, and is certified.
///
/// Read `DemoCommand` first, then `TuringStory` (part one: a Turing machine and a looped executor)
/// and `AdditionStory` (part two: a Mu program and a scratchpad). Every figure shown is measured in
/// the same run.
package dev.lockstep.examples.demo;
