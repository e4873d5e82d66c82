/// Speed beside peers, measured in one run: Mu beside CPython and beside Java written by hand, the
/// engine beside stock DJL.
///
/// Read `BenchCommand` first.
package dev.lockstep.examples.bench;
