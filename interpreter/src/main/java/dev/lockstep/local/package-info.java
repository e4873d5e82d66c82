/// A start for languages whose programs are local rules: say the cells and the rule, and machine,
/// deltas, inputs and layout follow.
///
/// Read `LocalLanguage`.
package dev.lockstep.local;
