/// What every language's front end shares: source text, places in it, and what is wrong with it.
///
/// Read `Source` first, then `Diagnostic`. `Parsing` is the one place where ANTLR is set up. Each
/// language has a package of its own below this one. Depends on ANTLR's runtime only.
package dev.lockstep.grammar;
