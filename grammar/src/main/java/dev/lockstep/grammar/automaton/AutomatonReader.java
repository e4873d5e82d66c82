package dev.lockstep.grammar.automaton;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Mended;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class AutomatonReader {
  private static final String STATEMENT = "`start`, `accept` or a transition";

  private final Parsing.Spans spans;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Mention> starts = new ArrayList<>();
  private final List<Mention> accepting = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();

  private AutomatonReader(Source source) {
    this.spans = new Parsing.Spans(source);
  }

  /// Reads an automaton, which has to be deterministic where `deterministic`. Throws `SourceErrors`
  /// with everything that is wrong.
  public static AutomatonProgram read(Source source, boolean deterministic) {
    return new AutomatonReader(source).parse(source, deterministic);
  }

  private AutomatonProgram parse(Source source, boolean deterministic) {
    Parsing.Parsed<AutomatonParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            AutomatonLexer::new,
            Mended.lineBreakFirst(AutomatonLexer.NEWLINE),
            AutomatonParser::new,
            AutomatonParser::program,
            AutomatonReader::expected);
    errors.addAll(LineReader.firstOfEachLine(parsed.errors(), source));
    for (AutomatonParser.StatementContext statement : parsed.tree().statement()) {
      if (LineReader.intact(statement)) {
        add(statement);
      }
    }
    AutomatonProgram program = new AutomatonProgram(starts, accepting, transitions);
    if (errors.isEmpty()) {
      errors.addAll(AutomatonChecker.errors(program, deterministic));
    }
    if (!errors.isEmpty()) {
      errors.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
      throw new SourceErrors(source, errors);
    }
    return program;
  }

  private void add(AutomatonParser.StatementContext statement) {
    switch (statement) {
      case AutomatonParser.StartLineContext line ->
          line.state().forEach(it -> starts.add(mention(it)));
      case AutomatonParser.AcceptLineContext line ->
          line.state().forEach(it -> accepting.add(mention(it)));
      case AutomatonParser.TransitionLineContext line ->
          transitions.add(
              new Transition(
                  mention(line.state(0)),
                  Optional.ofNullable(line.symbol()).map(this::symbol),
                  mention(line.state(1)),
                  Place.of(spans.of(line))));
      default -> throw new IllegalStateException("not a statement: " + statement.getClass());
    }
  }

  private Mention mention(AutomatonParser.StateContext state) {
    return new Mention(state.getText(), Place.of(spans.of(state)));
  }

  private int symbol(AutomatonParser.SymbolContext symbol) {
    String text = symbol.getText();
    String bare =
        text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    if (bare.codePointCount(0, bare.length()) != 1) {
      errors.add(
          Diagnostic.error(
              AutomatonProblem.SYMBOL_LENGTH,
              spans.of(symbol),
              "expected a symbol of one character, found `" + text + "`",
              "Use a single character (one Unicode code point) as a symbol."));
      return 0;
    }
    return bare.codePointAt(0);
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext().getRuleIndex()) {
      case AutomatonParser.RULE_symbol -> Optional.of("a symbol");
      case AutomatonParser.RULE_state -> Optional.of("a state");
      case AutomatonParser.RULE_program, AutomatonParser.RULE_statement ->
          LineReader.startsLine(parser) ? Optional.of(STATEMENT) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
