/// The library of Mu programs: seeded inputs that make sense for each, for tests and data sets.
///
/// A sampler that draws inputs until `requires` holds hardly ever meets a graph; here each program
/// has a generator that builds what it asks for. Read `Library` first.
package dev.lockstep.examples.library;
