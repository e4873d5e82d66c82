package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program while its statements come in, and what is wrong with each of them alone.
final class TuringDraft {
  private final Source source;
  private final List<Diagnostic> errors = new ArrayList<>();
  private Optional<Declared<Integer>> blank = Optional.empty();
  private Optional<Declared<State>> start = Optional.empty();
  private final List<State> halts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private record Declared<T>(T value, Span line) {}

  TuringDraft(Source source) {
    this.source = source;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  void blank(String text, Span at, Span line) {
    int symbol = symbol(text, at);
    blank.ifPresent(first -> twice("blank", first.line(), line));
    blank = blank.or(() -> Optional.of(new Declared<>(symbol, line)));
  }

  void start(State state, Span line) {
    start.ifPresent(first -> twice("start", first.line(), line));
    start = start.or(() -> Optional.of(new Declared<>(state, line)));
  }

  void halt(State state) {
    if (halts.contains(state)) {
      errors.add(
          Diagnostic.error(
              TuringProblem.SECOND_DECLARATION,
              state.place().spanOrStart(),
              "halt state `" + state.name() + "` is named twice"));
    }
    halts.add(state);
  }

  void rule(State from, int read, int write, Move move, State to, Span line) {
    rules.add(new Rule(from, read, write, move, to, Place.of(line)));
  }

  /// The code point that `text`, quoted or not, stands for.
  int symbol(String text, Span at) {
    String bare =
        text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    if (bare.codePointCount(0, bare.length()) != 1) {
      errors.add(
          Diagnostic.error(
              TuringProblem.SYMBOL_LENGTH,
              at,
              "expected a symbol of one character, found `" + text + "`",
              "Use a single character (one Unicode code point) as a symbol."));
      return 0;
    }
    return bare.codePointAt(0);
  }

  /// One error for each declaration that is not there.
  List<Diagnostic> missing() {
    List<Diagnostic> missing = new ArrayList<>();
    if (blank.isEmpty()) {
      missing.add(missing("blank", "_"));
    }
    if (start.isEmpty()) {
      missing.add(missing("start", rules.isEmpty() ? "first" : rules.getFirst().from().name()));
    }
    if (halts.isEmpty()) {
      missing.add(missing("halt", "done"));
    }
    return missing;
  }

  /// The program; empty while a declaration is missing.
  Optional<TuringProgram> program() {
    return halts.isEmpty()
        ? Optional.empty()
        : blank.flatMap(
            symbol ->
                start.map(state -> new TuringProgram(symbol.value(), state.value(), halts, rules)));
  }

  private static Diagnostic missing(String keyword, String example) {
    return Diagnostic.error(
        TuringProblem.MISSING_DECLARATION,
        new Span(0, 0),
        "missing line `" + keyword + "`",
        "Add a line such as `" + keyword + " " + example + "`.");
  }

  private void twice(String keyword, Span first, Span second) {
    errors.add(
        Diagnostic.error(
                TuringProblem.SECOND_DECLARATION,
                second,
                "second line `" + keyword + "`, the first is line " + source.line(first.start()),
                "Keep one of them.")
            .withNote(first, "this is the first"));
  }
}
