package dev.lockstep.examples.sabotage;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Mu program with one place changed.
///
/// @param program the original
/// @param place what was changed in it
/// @param replacement what stands there now
record Mutant(Source program, Span place, String replacement) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n"
              + "]*|\"(?:\\\\.|[^\"\\\\])*\"|\\d+|[A-Za-z_]\\w*|->|\\.\\.|[=!<>]=|&&|\\|\\||[-+*/%<>]");

  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("+", List.of("-", "*")),
          Map.entry("-", List.of("+")),
          Map.entry("*", List.of("+")),
          Map.entry("/", List.of("%", "*")),
          Map.entry("%", List.of("/", "+")),
          Map.entry("<", List.of("<=", ">")),
          Map.entry("<=", List.of("<", "==")),
          Map.entry(">", List.of(">=", "<")),
          Map.entry(">=", List.of(">", "==")),
          Map.entry("==", List.of("!=", "<=")),
          Map.entry("!=", List.of("==", ">")),
          Map.entry("&&", List.of("||")),
          Map.entry("||", List.of("&&")),
          Map.entry("true", List.of("false")),
          Map.entry("false", List.of("true")));

  /// A statement alone on its line that can be left out: an assignment, a call, an assertion.
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?m)^ +((?:[a-z]\\w*(?:\\[[^=\\n]*\\])? = |assert |print\\(|push\\(|swap\\()[^\\n{]*)$");

  /// Every way to swap one operator, to change one number by one, and to leave one statement out.
  static List<Mutant> of(Source program) {
    List<Mutant> all = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(program.text());
    while (tokens.find()) {
      for (String other : others(tokens.group())) {
        all.add(new Mutant(program, span(tokens, 0), other));
      }
    }
    Matcher statements = STATEMENT.matcher(program.text());
    while (statements.find()) {
      all.add(new Mutant(program, span(statements, 1), ""));
    }
    return all;
  }

  private static List<String> others(String token) {
    if (Character.isDigit(token.charAt(0))) {
      return List.of(Long.toString(Long.parseLong(token) + 1));
    }
    return OTHERS.getOrDefault(token, List.of());
  }

  private static Span span(MatchResult match, int group) {
    return new Span(match.start(group), match.end(group));
  }

  /// What follows stands where it stood, where there is a space to take or to give: a fault's place
  /// counts.
  Source source() {
    String text = program.text();
    int length = place.end() - place.start();
    boolean spare = replacement.length() > length && text.charAt(place.end()) == ' ';
    return new Source(
        program.name(),
        text.substring(0, place.start())
            + replacement
            + " ".repeat(Math.max(0, length - replacement.length()))
            + text.substring(place.end() + (spare ? 1 : 0)));
  }

  /// Whether all other places stand in the code where they stood: no instruction came or went.
  boolean keepsShape() {
    return !replacement.isEmpty() && !replacement.equals("&&") && !replacement.equals("||");
  }

  @Override
  public String toString() {
    int line = (int) program.text().substring(0, place.start()).lines().count();
    String was = program.text().substring(place.start(), place.end());
    return "%s:%d `%s` -> `%s`".formatted(program.name(), line, was, replacement);
  }
}
