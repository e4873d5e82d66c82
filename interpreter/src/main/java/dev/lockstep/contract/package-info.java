/// The test kit for language authors: a language that passes `LanguageContract` works with every
/// command.
///
/// Read `LanguageContract`: its laws on runs, sources and layouts are `RunLaws`, `SourceLaws` and
/// `LayoutLaws`. Needs JUnit's API (`org.junit.jupiter:junit-jupiter-api`), which is an optional
/// dependency of this module; nothing outside tests uses this package.
package dev.lockstep.contract;
