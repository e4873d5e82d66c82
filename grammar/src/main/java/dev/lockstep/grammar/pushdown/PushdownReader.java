package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Mended;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class PushdownReader {
  private static final String STATEMENT = "`start`, `accept`, `answer stack` or a rule";

  private final Parsing.Spans spans;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<StateName> starts = new ArrayList<>();
  private final List<StateName> accepting = new ArrayList<>();
  private final List<PushdownRule> rules = new ArrayList<>();
  private final List<Span> answers = new ArrayList<>();

  private PushdownReader(Source source) {
    this.spans = new Parsing.Spans(source);
  }

  /// Reads an automaton with so many stacks. Throws `SourceErrors` with everything that is wrong.
  public static PushdownProgram read(Source source, int stacks) {
    return new PushdownReader(source).parse(source, stacks);
  }

  private PushdownProgram parse(Source source, int stacks) {
    Parsing.Parsed<PushdownParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            PushdownLexer::new,
            Mended.lineBreakFirst(PushdownLexer.NEWLINE),
            PushdownParser::new,
            PushdownParser::program,
            PushdownReader::expected);
    errors.addAll(LineReader.firstOfEachLine(parsed.errors(), source));
    for (PushdownParser.StatementContext statement : parsed.tree().statement()) {
      if (LineReader.intact(statement)) {
        add(statement);
      }
    }
    if (errors.isEmpty()) {
      declarations();
    }
    Optional<PushdownProgram> program =
        starts.stream()
            .findFirst()
            .map(start -> new PushdownProgram(start, accepting, !answers.isEmpty(), rules));
    if (errors.isEmpty()) {
      program.ifPresent(it -> errors.addAll(PushdownChecker.errors(it, stacks)));
    }
    errors.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
    return program
        .filter(_ -> errors.isEmpty())
        .orElseThrow(() -> new SourceErrors(source, errors));
  }

  private void declarations() {
    if (starts.isEmpty()) {
      errors.add(
          Diagnostic.error(
              PushdownProblem.MISSING_START,
              new Span(0, 0),
              "missing line `start`",
              "Add a line such as `start q0`."));
    }
    starts.stream().skip(1).forEach(it -> second(it.place().spanOrStart(), "start state"));
    answers.stream().skip(1).forEach(it -> second(it, "line `answer`"));
  }

  private void second(Span span, String what) {
    errors.add(
        Diagnostic.error(
            PushdownProblem.SECOND_DECLARATION, span, "second " + what, "Keep one of them."));
  }

  private void add(PushdownParser.StatementContext statement) {
    switch (statement) {
      case PushdownParser.StartLineContext line -> starts.add(state(line.state()));
      case PushdownParser.AcceptLineContext line ->
          line.state().forEach(it -> accepting.add(state(it)));
      case PushdownParser.AnswerLineContext line -> answers.add(spans.of(line));
      case PushdownParser.RuleLineContext line -> rules.add(rule(line));
      default -> throw new IllegalStateException("not a statement: " + statement.getClass());
    }
  }

  private PushdownRule rule(PushdownParser.RuleLineContext line) {
    return new PushdownRule(
        state(line.state(0)),
        look(line.read(), Optional.ofNullable(line.read().symbol())),
        line.top().stream().map(top -> look(top, Optional.ofNullable(top.symbol()))).toList(),
        state(line.state(1)),
        line.push().stream()
            .map(push -> push.symbol().stream().map(this::symbol).toList())
            .toList(),
        Place.of(spans.of(line)));
  }

  private StateName state(PushdownParser.StateContext state) {
    return new StateName(state.getText(), Place.of(spans.of(state)));
  }

  private Look look(ParserRuleContext context, Optional<PushdownParser.SymbolContext> symbol) {
    return symbol
        .<Look>map(it -> new Look.Symbol(symbol(it)))
        .orElseGet(() -> context.getText().equals("-") ? new Look.Anything() : new Look.Edge());
  }

  private int symbol(PushdownParser.SymbolContext symbol) {
    String text = symbol.getText();
    String bare =
        text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    if (bare.codePointCount(0, bare.length()) != 1) {
      errors.add(
          Diagnostic.error(
              PushdownProblem.SYMBOL_LENGTH,
              spans.of(symbol),
              "expected a symbol of one character, found `" + text + "`",
              "Write several symbols with blanks between them."));
      return 0;
    }
    return bare.codePointAt(0);
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext().getRuleIndex()) {
      case PushdownParser.RULE_read -> Optional.of("a symbol, `end` or `-`");
      case PushdownParser.RULE_top -> Optional.of("a symbol, `bottom` or `-`");
      case PushdownParser.RULE_push, PushdownParser.RULE_symbol -> Optional.of("a symbol or `-`");
      case PushdownParser.RULE_state -> Optional.of("a state");
      case PushdownParser.RULE_program, PushdownParser.RULE_statement ->
          LineReader.startsLine(parser) ? Optional.of(STATEMENT) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
