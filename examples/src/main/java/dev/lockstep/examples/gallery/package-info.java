/// Every program in the folders of the languages, but not the library of Mu programs below, taken
/// the whole way, by the command line alone: check, run, trace, learn, verify on longer inputs,
/// certify.
///
/// Read `GalleryCommand` first, then `Journey`.
package dev.lockstep.examples.gallery;
