/// Regular expressions (`.regex`): grammar, syntax tree, reader and printer.
///
/// Read `Regex` first. Uses `dev.lockstep.grammar` and, in the reader only, ANTLR.
package dev.lockstep.grammar.regex;
