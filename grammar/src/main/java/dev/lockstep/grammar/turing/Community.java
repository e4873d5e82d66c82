package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one-line notation in which busy beavers are passed around: `1RB1LB_1LA1RZ`.
///
/// One row a state, `A`, `B` …, rows joined by `_`; in a row one cell for each symbol `0`, `1` …:
/// what to write, the move, the next state. `Z` halts, `---` is a missing rule, `0` is the blank
/// and `A` the start.
public final class Community {
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern WHOLE = Pattern.compile("\\s*([0-9-][0-9A-Za-z_-]{2,})\\s*");
  private static final Pattern CELL = Pattern.compile("([0-9])([LR])([A-Z])");
  private static final String MISSING = "---";
  private static final String HALT = "Z";
  private static final int MOST_STATES = 25;
  private static final int MOST_SYMBOLS = 10;

  private Community() {}

  /// Whether the source holds this notation and nothing else but comments and blanks.
  static boolean isNotation(Source source) {
    return WHOLE.matcher(withoutComments(source)).matches();
  }

  /// The program that `source` writes in this notation. Throws `SourceErrors`.
  public static TuringProgram read(Source source) {
    Matcher whole = WHOLE.matcher(withoutComments(source));
    if (!whole.matches()) {
      throw new SourceErrors(
          source,
          List.of(
              Diagnostic.error(
                  TuringProblem.NOTATION,
                  new Span(0, 0),
                  "expected one line such as `1RB1LB_1LA1RZ`, found something else")));
    }
    return new Rows(source, whole.group(1), whole.start(1)).program();
  }

  /// The program in this notation, states and symbols renamed: the start `A`, the others in the
  /// order of their rules, the blank `0`, the others in order. Empty where the notation cannot say
  /// it: several tapes, a move `N`, more than 10 symbols or 25 states with rules.
  public static Optional<String> write(TuringProgram program) {
    SequencedMap<String, Map<Integer, Rule>> rows = new LinkedHashMap<>();
    rows.put(program.start().name(), new HashMap<>());
    for (Rule rule : program.rules()) {
      rows.computeIfAbsent(rule.from().name(), _ -> new HashMap<>()).put(rule.read(), rule);
    }
    List<Integer> symbols = List.copyOf(program.symbols());
    List<String> states = List.copyOf(rows.keySet());
    boolean stays = program.rules().stream().anyMatch(rule -> rule.move() == Move.N);
    if (program.tapes() > 1
        || stays
        || symbols.size() > MOST_SYMBOLS
        || states.size() > MOST_STATES) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (Map<Integer, Rule> row : rows.values()) {
      StringBuilder line = new StringBuilder();
      for (int symbol : symbols) {
        Rule rule = row.get(symbol);
        line.append(rule == null ? MISSING : cell(rule, symbols, states));
      }
      lines.add(line.toString());
    }
    return Optional.of(String.join("_", lines));
  }

  private static String cell(Rule rule, List<Integer> symbols, List<String> states) {
    int to = states.indexOf(rule.to().name());
    String next = to < 0 ? HALT : letter(to);
    return symbols.indexOf(rule.write()) + rule.move().name() + next;
  }

  private static String letter(int state) {
    return Character.toString('A' + state);
  }

  /// The text with its comments blanked out, so that offsets stay.
  private static String withoutComments(Source source) {
    return COMMENT.matcher(source.text()).replaceAll(found -> " ".repeat(found.group().length()));
  }

  /// The rows of one machine while they are read.
  private static final class Rows {
    private final Source source;
    private final List<Span> rows = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();

    Rows(Source source, String text, int offset) {
      this.source = source;
      int at = offset;
      for (String row : text.split("_", -1)) {
        rows.add(new Span(at, at + row.length()));
        at += row.length() + 1;
      }
    }

    TuringProgram program() {
      if (rows.size() > MOST_STATES) {
        errors.add(
            Diagnostic.error(
                TuringProblem.NOTATION,
                rows.get(MOST_STATES),
                "expected at most 25 rows, found " + rows.size()));
      } else {
        for (int i = 0; i < rows.size(); i++) {
          row(letter(i), rows.get(i));
        }
        unruled();
      }
      if (!errors.isEmpty()) {
        throw new SourceErrors(source, errors);
      }
      return new TuringProgram('0', new State("A"), List.of(new State(HALT)), rules);
    }

    private void row(String state, Span row) {
      int width = rows.getFirst().end() - rows.getFirst().start();
      int length = row.end() - row.start();
      if (length != width || length % 3 != 0 || length > 3 * MOST_SYMBOLS) {
        String expected =
            row.equals(rows.getFirst())
                ? "a row of three characters a symbol, for at most 10 symbols"
                : "a row as long as the first, " + width + " characters";
        errors.add(
            Diagnostic.error(
                TuringProblem.NOTATION_ROW,
                row,
                "expected " + expected + ", found " + length + " characters",
                "Write rows as in `1RB1LB_1LA1RZ`: one for each state, joined by `_`."));
        return;
      }
      for (int at = row.start(); at < row.end(); at += 3) {
        cell(state, '0' + (at - row.start()) / 3, new Span(at, at + 3));
      }
    }

    private void cell(String state, int symbol, Span span) {
      String text = source.textOf(span);
      if (text.equals(MISSING)) {
        return;
      }
      int symbols = (rows.getFirst().end() - rows.getFirst().start()) / 3;
      Matcher cell = CELL.matcher(text);
      boolean good =
          cell.matches()
              && cell.group(1).charAt(0) - '0' < symbols
              && (cell.group(3).equals(HALT) || cell.group(3).charAt(0) - 'A' < rows.size());
      if (!good) {
        errors.add(
            Diagnostic.error(
                TuringProblem.NOTATION_CELL,
                span,
                "expected a symbol from 0 to "
                    + (symbols - 1)
                    + ", `L` or `R`, and a state from A to "
                    + letter(rows.size() - 1)
                    + " or Z, found `"
                    + text
                    + "`",
                "Write `Z` for the halt state and `---` for a missing rule."));
        return;
      }
      int write = cell.group(1).charAt(0);
      State to = new State(cell.group(3), Place.of(new Span(span.start() + 2, span.end())));
      rules.add(
          new Rule(
              new State(state, Place.of(span)),
              symbol,
              write,
              Move.valueOf(cell.group(2)),
              to,
              Place.of(span)));
    }

    /// A row of missing rules only cannot be told from a halt state: `Z` says it better.
    private void unruled() {
      Set<String> ruled = new HashSet<>();
      rules.forEach(rule -> ruled.add(rule.from().name()));
      if (!errors.isEmpty()) {
        return;
      }
      for (int i = 0; i < rows.size(); i++) {
        if (!ruled.contains(letter(i))) {
          errors.add(
              Diagnostic.error(
                  TuringProblem.NOTATION_ROW,
                  rows.get(i),
                  "state `" + letter(i) + "` has no rule",
                  "Write `Z` where the machine halts."));
        }
      }
    }
  }
}
