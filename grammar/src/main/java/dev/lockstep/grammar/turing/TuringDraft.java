package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// A program while its statements come in, and what is wrong with each of them alone.
final class TuringDraft {
  private final Source source;
  private final List<Diagnostic> errors = new ArrayList<>();
  private Optional<Declared<Integer>> blank = Optional.empty();
  private Optional<Declared<State>> start = Optional.empty();
  private Optional<Declared<Integer>> tapes = Optional.empty();
  private final List<State> halts = new ArrayList<>();
  private final List<WrittenRule> rules = new ArrayList<>();

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

  void tapes(String text, Span at, Span line) {
    tapes.ifPresent(first -> twice("tapes", first.line(), line));
    if (!text.matches("[1-9]") || Integer.parseInt(text) > TuringProgram.MOST_TAPES) {
      errors.add(
          Diagnostic.error(
              TuringProblem.TAPES,
              at,
              "expected a number of tapes from 1 to %d, found `%s`"
                  .formatted(TuringProgram.MOST_TAPES, text),
              "Write a line such as `tapes 2`."));
    } else {
      tapes = tapes.or(() -> Optional.of(new Declared<>(Integer.parseInt(text), line)));
    }
  }

  void rule(WrittenRule rule) {
    rules.add(rule);
  }

  /// What the rules read in words: a symbol, or `any`.
  int read(String text, Span at) {
    return text.equals("any") ? WrittenRule.ANY : symbol(text, at);
  }

  /// What the rules write in words: a symbol, or `same`.
  int write(String text, Span at) {
    return text.equals("same") ? WrittenRule.ANY : symbol(text, at);
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
              switch (text) {
                case "any" -> "A rule writes a symbol, or `same` to leave what it has read.";
                case "same" -> "A rule reads a symbol, or `any` for all of them.";
                default -> "Use a single character (one Unicode code point) as a symbol.";
              }));
      return 0;
    }
    return bare.codePointAt(0);
  }

  /// One error for each rule that is for another number of tapes.
  List<Diagnostic> widths() {
    return rules.stream().flatMap(rule -> width(rule).stream()).toList();
  }

  /// What is wrong with the statements together: one error for each declaration that is not there,
  /// or rules that stand for too many cases.
  List<Diagnostic> together() {
    List<Diagnostic> wrong = missing();
    if (wrong.isEmpty()) {
      wrong.addAll(Expansion.tooLarge(rules, symbols().size(), tapeCount()));
    }
    return wrong;
  }

  private int tapeCount() {
    return tapes.map(Declared::value).orElse(1);
  }

  private Optional<Diagnostic> width(WrittenRule rule) {
    int count = tapeCount();
    return rule.width(count)
        .map(
            part ->
                Diagnostic.error(
                    TuringProblem.TAPE_COUNT,
                    part.span(),
                    count == 1
                        ? "expected %s, for one tape, found %d".formatted(part.one(), part.count())
                        : "expected %d %s, one for each tape, found %d"
                            .formatted(count, part.many(), part.count()),
                    tapes.isEmpty()
                        ? "Say `tapes %d` where the machine has so many.".formatted(part.count())
                        : "Separate what a rule does on its tapes by commas: `0, 1 -> 0, 0 R, N next`."));
  }

  /// The blank and every symbol of a rule.
  private NavigableSet<Integer> symbols() {
    NavigableSet<Integer> symbols = new TreeSet<>();
    blank.ifPresent(symbol -> symbols.add(symbol.value()));
    rules.forEach(rule -> rule.symbols().forEach(symbols::add));
    return symbols;
  }

  private List<Diagnostic> missing() {
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

  /// The program, once nothing is wrong with the statements.
  TuringProgram program() {
    List<Integer> symbols = List.copyOf(symbols());
    List<Rule> cases = rules.stream().flatMap(rule -> Expansion.of(rule, symbols)).toList();
    return new TuringProgram(
        blank.orElseThrow().value(), start.orElseThrow().value(), halts, cases, tapeCount());
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
