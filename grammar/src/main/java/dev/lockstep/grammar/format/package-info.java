/// The one layout of sources: `Formatter` moves tokens and comments of any language, `Style` is the
/// little that a language says about it.
///
/// Depends on `dev.lockstep.grammar`.
package dev.lockstep.grammar.format;
