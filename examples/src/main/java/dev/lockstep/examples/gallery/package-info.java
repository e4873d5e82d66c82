/// Every example program taken the whole way, by the command line alone: check, run, trace, learn,
/// verify on longer inputs, certify.
///
/// Read `GalleryCommand` first, then `Journey`.
package dev.lockstep.examples.gallery;
