package dev.lockstep.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a problem is, at length, with a program that has it.
///
/// The explanations of an enum of problems stand beside it in `explanations.md`, a section each:
/// the code as a heading, the text, then the program in a fence that names its language.
///
/// @param suffix of the example's language, such as `mu`
public record Explanation(Problem problem, String text, String suffix, String example) {
  private static final Pattern SECTION = Pattern.compile("(?m)^## ");
  private static final Pattern FENCE = Pattern.compile("(?s)(.*?)\n```(\\w+)\n(.*?)```\\s*");

  /// The explanation of `problem`; empty where its language wrote none.
  public static Optional<Explanation> of(Problem problem) {
    for (String section : SECTION.split(explanations(problem), -1)) {
      if (section.startsWith(problem.code() + "\n")) {
        Matcher parts = FENCE.matcher(section.substring(problem.code().length()));
        return parts.matches()
            ? Optional.of(
                new Explanation(problem, parts.group(1).strip(), parts.group(2), parts.group(3)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String explanations(Problem problem) {
    try (InputStream in = problem.getClass().getResourceAsStream("explanations.md")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
