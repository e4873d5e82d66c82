package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class TagReader {
  private static final String STATEMENT =
      "a rule such as `a -> b c`, `read`, `delete`, `halt` or `normal`";

  private TagReader() {}

  /// Throws `SourceErrors` with everything that is wrong.
  public static TagProgram read(Source source) {
    Parsing.Spans spans = new Parsing.Spans(source);
    Parsing.Parsed<TagParser.ProgramContext> parsed =
        Parsing.parse(
            source, TagLexer::new, TagParser::new, TagParser::program, TagReader::expected);
    TagDraft draft = new TagDraft(source);
    for (TagParser.StatementContext statement : parsed.tree().statement()) {
      if (LineReader.intact(statement)) {
        add(statement, draft, spans);
      }
    }
    List<Diagnostic> errors = new ArrayList<>(LineReader.firstOfEachLine(parsed.errors(), source));
    Optional<TagProgram> program = errors.isEmpty() ? draft.program() : Optional.empty();
    errors.addAll(draft.errors());
    return program.orElseThrow(() -> new SourceErrors(source, errors));
  }

  private static void add(
      TagParser.StatementContext statement, TagDraft draft, Parsing.Spans spans) {
    switch (statement) {
      case TagParser.ReadLineContext line ->
          draft.number("read", line.SYMBOL().getText(), spans.of(line));
      case TagParser.DeleteLineContext line ->
          draft.number("delete", line.SYMBOL().getText(), spans.of(line));
      case TagParser.NormalLineContext line -> draft.normal(spans.of(line));
      case TagParser.HaltLineContext line -> draft.halt(texts(line.symbol()), spans.of(line));
      case TagParser.RuleLineContext line -> {
        int arrow = line.children.indexOf(line.getToken(TagParser.T__0, 0));
        List<String> symbols = texts(line.symbol());
        draft.rule(
            symbols.subList(0, arrow), symbols.subList(arrow, symbols.size()), spans.of(line));
      }
      default -> throw new IllegalStateException("not a statement: " + statement.getClass());
    }
  }

  private static List<String> texts(List<TagParser.SymbolContext> symbols) {
    return symbols.stream().map(ParserRuleContext::getText).toList();
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext()) {
      case TagParser.ProgramContext _ ->
          Optional.of(LineReader.startsLine(parser) ? STATEMENT : "a line break");
      case TagParser.ReadLineContext _, TagParser.DeleteLineContext _ -> Optional.of("a number");
      case TagParser.HaltLineContext _, TagParser.SymbolContext _ -> Optional.of("a symbol");
      case TagParser.StatementContext _ ->
          Optional.of(
              LineReader.startsLine(parser)
                  ? STATEMENT
                  : "a symbol or `->` with a blank before it");
      default -> Optional.empty();
    };
  }
}
