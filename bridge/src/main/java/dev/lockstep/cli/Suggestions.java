package dev.lockstep.cli;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What to say about a command line that does not fit: what is wrong, and what may have been meant.
final class Suggestions {
  private static final int MOST_EDITS = 2;

  private Suggestions() {}

  /// The message for `thrown`, then a line with the nearest names, if any is near.
  static String message(ParameterException thrown) {
    if (!(thrown instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return thrown.getMessage().replaceFirst("is not an? (int|long|double)$", "is not a number");
    }
    CommandLine line = thrown.getCommandLine();
    String found = unmatched.getUnmatched().getFirst();
    if (found.startsWith("-")) {
      return say("unknown option `" + found + "`", found, line.getCommandSpec().optionsMap());
    }
    return line.getSubcommands().isEmpty()
        ? "unexpected argument `" + found + "`"
        : say("unknown command `" + found + "`", found, line.getSubcommands());
  }

  private static String say(String problem, String found, Map<String, ?> names) {
    return problem
        + nearest(found, names.keySet())
            .map(it -> "\n  hint: Did you mean `" + it + "`?")
            .orElse("");
  }

  /// The name that the fewest edits make of `found`, where they are few.
  static Optional<String> nearest(String found, Collection<String> names) {
    Map<String, Integer> distances =
        names.stream().collect(Collectors.toMap(it -> it, it -> edits(found, it), Math::min));
    return distances.entrySet().stream()
        .filter(it -> it.getValue() <= Math.min(MOST_EDITS, found.length() - 1))
        .min(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /// Letters to insert, delete, replace or swap with their neighbour to make `b` of `a`.
  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
