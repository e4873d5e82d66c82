package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is suspicious in a system that can run: symbols that rules write and none can read. Where
/// one of them comes to the front the run fails, unless it was to be skipped there.
public final class TagWarnings {
  private TagWarnings() {}

  /// In order of place.
  public static List<Diagnostic> of(TagProgram program) {
    Set<String> known = new HashSet<>(program.halts());
    program.rules().forEach(rule -> known.addAll(rule.left()));
    List<Diagnostic> warnings = new ArrayList<>();
    for (TagRule rule : program.rules()) {
      Optional<String> unread =
          rule.right().stream().filter(symbol -> known.add(symbol)).findFirst();
      unread.ifPresent(
          symbol ->
              warnings.add(
                  Diagnostic.warning(
                      TagProblem.NEVER_READ,
                      rule.place().spanOrStart(),
                      "no rule for `" + symbol + "`, which is written here",
                      "Add a rule that reads it, or a line `halt " + symbol + "`.")));
    }
    return warnings;
  }
}
