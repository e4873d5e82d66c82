/// Speed beside peers, measured in one run: Mu beside CPython and beside Java written by hand.
///
/// Read `BenchCommand` first.
package dev.lockstep.examples.bench;
