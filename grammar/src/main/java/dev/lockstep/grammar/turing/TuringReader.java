package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class TuringReader {
  private static final Comparator<Diagnostic> IN_ORDER_OF_PLACE =
      Comparator.comparingInt(diagnostic -> diagnostic.span().start());

  private static final String STATEMENT = "`blank`, `start`, `halt`, `tapes` or a rule";

  private final Parsing.Spans spans;
  private final TuringDraft draft;

  private TuringReader(Source source) {
    this.spans = new Parsing.Spans(source);
    this.draft = new TuringDraft(source);
  }

  /// Reads a `.tm` file, or the community's one-line notation where that is all the file holds.
  /// Throws `SourceErrors` with everything that is wrong.
  public static TuringProgram read(Source source) {
    return Community.isNotation(source)
        ? Community.read(source)
        : new TuringReader(source).parse(source);
  }

  private TuringProgram parse(Source source) {
    Parsing.Parsed<TuringParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            TuringLexer::new,
            TuringParser::new,
            TuringParser::program,
            TuringReader::expected);
    List<Diagnostic> errors = new ArrayList<>();
    for (Diagnostic error : LineReader.firstOfEachLine(parsed.errors(), source)) {
      errors.add(withHint(error, source.textOf(error.span())));
    }
    for (TuringParser.StatementContext statement : parsed.tree().statement()) {
      if (LineReader.intact(statement)) {
        add(statement);
      }
    }
    errors.addAll(draft.errors());
    errors.addAll(draft.widths());
    if (errors.isEmpty()) {
      errors.addAll(draft.together());
    }
    if (errors.isEmpty()) {
      TuringProgram program = draft.program();
      errors.addAll(TuringChecker.errors(program, source));
      if (errors.isEmpty()) {
        return program;
      }
    }
    errors.sort(IN_ORDER_OF_PLACE);
    throw new SourceErrors(source, errors);
  }

  private void add(TuringParser.StatementContext statement) {
    switch (statement) {
      case TuringParser.BlankLineContext line ->
          draft.blank(line.symbol().getText(), spans.of(line.symbol()), spans.of(line));
      case TuringParser.StartLineContext line -> draft.start(state(line.state()), spans.of(line));
      case TuringParser.HaltLineContext line ->
          line.state().forEach(state -> draft.halt(state(state)));
      case TuringParser.TapesLineContext line ->
          draft.tapes(line.NAME().getText(), spans.of(line.NAME()), spans.of(line));
      case TuringParser.RuleLineContext line -> draft.rule(rule(line));
      default -> throw new IllegalStateException("not a statement: " + statement.getClass());
    }
  }

  private WrittenRule rule(TuringParser.RuleLineContext line) {
    return new WrittenRule(
        state(line.state(0)),
        line.reads().symbol().stream().map(it -> draft.read(it.getText(), spans.of(it))).toList(),
        line.writes().symbol().stream().map(it -> draft.write(it.getText(), spans.of(it))).toList(),
        line.moves().move().stream().map(it -> Move.valueOf(it.getText())).toList(),
        state(line.state(1)),
        new WrittenRule.Parts(
            spans.of(line.reads()), spans.of(line.writes()), spans.of(line.moves())),
        spans.of(line));
  }

  private State state(TuringParser.StateContext context) {
    return new State(context.getText(), Place.of(spans.of(context)));
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    if (e instanceof NoViableAltException choice
        && !choice.getStartToken().equals(e.getOffendingToken())) {
      return Optional.of(choice.getStartToken().getText().equals("blank") ? "a symbol" : "a state");
    }
    return switch (parser.getContext().getRuleIndex()) {
      case TuringParser.RULE_symbol -> Optional.of("a symbol");
      case TuringParser.RULE_state -> Optional.of("a state");
      case TuringParser.RULE_move, TuringParser.RULE_writes ->
          Optional.of("a move (`L`, `R` or `N`)");
      case TuringParser.RULE_reads -> Optional.of("`->`");
      case TuringParser.RULE_moves -> Optional.of("a state");
      case TuringParser.RULE_statement ->
          e instanceof NoViableAltException ? Optional.of(STATEMENT) : Optional.empty();
      case TuringParser.RULE_program ->
          Optional.of(startsLine(parser) ? STATEMENT : "a line break");
      default -> Optional.empty();
    };
  }

  private static boolean startsLine(Parser parser) {
    return parser.getInputStream().index() == 0
        || parser.getInputStream().LA(-1) == TuringParser.NEWLINE;
  }

  private static Diagnostic withHint(Diagnostic error, String found) {
    String message = error.message();
    Optional<String> hint = Optional.empty();
    if (message.startsWith("expected a symbol") && found.length() == 1 && ":/\"'".contains(found)) {
      hint = Optional.of("Write the symbol in quotes: `'" + found + "'`.");
    } else if (message.startsWith("expected a move")) {
      hint =
          switch (found) {
            case "l", "r", "n" -> Optional.of("Write moves as capital letters.");
            case "S", "s", "-", "*" -> Optional.of("Write `N` where the head does not move.");
            default -> Optional.of("Write a rule as `state: read -> write move next`.");
          };
    } else if (message.startsWith("expected `:`") || message.startsWith("expected `->`")) {
      hint = Optional.of("Write a rule as `state: read -> write move next`.");
    }
    return hint.map(error::withHint).orElse(error);
  }
}
