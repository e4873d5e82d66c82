package dev.lockstep.grammar.cellular;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class CellularReader {
  private static final String STATEMENT = "`rule`, `radius`, `boundary` or `steps`";

  private CellularReader() {}

  /// Throws `SourceErrors` with everything that is wrong.
  public static CellularProgram read(Source source) {
    Parsing.Spans spans = new Parsing.Spans(source);
    Parsing.Parsed<CellularParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            CellularLexer::new,
            CellularParser::new,
            CellularParser::program,
            CellularReader::expected);
    CellularDraft draft = new CellularDraft(source);
    for (CellularParser.StatementContext statement : parsed.tree().statement()) {
      if (LineReader.intact(statement)) {
        add(statement, draft, spans);
      }
    }
    List<Diagnostic> errors = new ArrayList<>(LineReader.firstOfEachLine(parsed.errors(), source));
    Optional<CellularProgram> program = errors.isEmpty() ? draft.program() : Optional.empty();
    errors.addAll(draft.errors());
    return program.orElseThrow(() -> new SourceErrors(source, errors));
  }

  private static void add(
      CellularParser.StatementContext statement, CellularDraft draft, Parsing.Spans spans) {
    switch (statement) {
      case CellularParser.RuleLineContext line ->
          draft.add("rule", line.number().getText(), spans.of(line));
      case CellularParser.RadiusLineContext line ->
          draft.add("radius", line.NUMBER().getText(), spans.of(line));
      case CellularParser.BoundaryLineContext line ->
          draft.add(
              "boundary", line.size() == null ? "open" : line.size().getText(), spans.of(line));
      case CellularParser.StepsLineContext line ->
          draft.add("steps", line.NUMBER().getText(), spans.of(line));
      default -> throw new IllegalStateException("not a statement: " + statement.getClass());
    }
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext()) {
      case CellularParser.NumberContext _ ->
          Optional.of("a rule's number or `B…/S…`, such as `110` or `B3/S23`");
      case CellularParser.SizeContext _ -> Optional.of("a size, such as `80` or `64x64`");
      case CellularParser.BoundaryLineContext _ -> Optional.of("`open` or `torus`");
      case CellularParser.StatementContext _ when e instanceof NoViableAltException ->
          Optional.of(STATEMENT);
      case CellularParser.ProgramContext _ ->
          Optional.of(LineReader.startsLine(parser) ? STATEMENT : "a line break");
      default -> Optional.empty();
    };
  }
}
