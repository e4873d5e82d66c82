package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
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

/// Text in, checked program out; with `ExpressionReader` the only class here that sees ANTLR's
/// types.
public final class AssemblyReader {
  private static final Comparator<Diagnostic> IN_ORDER_OF_PLACE =
      Comparator.comparingInt(diagnostic -> diagnostic.span().start());

  private final Parsing.Spans spans;
  private final AssemblyDraft draft;
  private final ExpressionReader expressions;

  private AssemblyReader(Source source, Dialect dialect) {
    this.spans = new Parsing.Spans(source);
    this.draft = new AssemblyDraft(dialect);
    this.expressions = new ExpressionReader(spans, draft);
  }

  /// Throws `SourceErrors` with everything that is wrong.
  public static AssemblyProgram read(Source source, Dialect dialect) {
    return Deep.call(() -> new AssemblyReader(source, dialect).parse(source, dialect));
  }

  private AssemblyProgram parse(Source source, Dialect dialect) {
    Parsing.Parsed<AssemblyParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            AssemblyLexer::new,
            Mended.lineBreakFirst(AssemblyLexer.NEWLINE),
            AssemblyParser::new,
            AssemblyParser::program,
            AssemblyReader::expected);
    for (AssemblyParser.LineContext line : parsed.tree().line()) {
      line.label().stream().filter(Mended::isIntact).forEach(this::label);
      if (line.statement() != null && Mended.isIntact(line.statement())) {
        statement(line.statement());
      }
      draft.endLine();
    }
    List<Diagnostic> errors = new ArrayList<>(Mended.firstOfEachLine(parsed.errors(), source));
    errors.addAll(draft.errors());
    if (errors.isEmpty()) {
      errors.addAll(Assembler.errors(draft.program(), dialect));
    }
    if (!errors.isEmpty()) {
      errors.sort(IN_ORDER_OF_PLACE);
      throw new SourceErrors(source, errors);
    }
    return draft.program();
  }

  private void label(AssemblyParser.LabelContext label) {
    draft.label(new Label(label.NAME().getText(), Place.of(spans.of(label.NAME()))));
  }

  private void statement(AssemblyParser.StatementContext statement) {
    boolean directive = statement.DIRECTIVE() != null;
    String name = (directive ? statement.DIRECTIVE() : statement.NAME()).getText();
    List<Written> operands = statement.operand().stream().map(this::operand).toList();
    Place named = Place.of(spans.of(directive ? statement.DIRECTIVE() : statement.NAME()));
    Place whole = Place.of(spans.of(statement));
    if (directive) {
      draft.directive(name, operands, named, whole);
    } else {
      draft.instruction(name, operands, named, whole);
    }
  }

  private Written operand(AssemblyParser.OperandContext operand) {
    Place place = Place.of(spans.of(operand));
    return switch (operand) {
      case AssemblyParser.QuotedContext it ->
          new Written.Text(Quoting.bare(it.TEXT().getText()), place);
      case AssemblyParser.IndexedContext it ->
          new Written.Indexed(expressions.read(it.expression()), it.NAME().getText(), place);
      case AssemblyParser.PlainContext it -> new Written.Plain(expressions.read(it.expression()));
      default -> throw new IllegalStateException("not an operand: " + operand.getClass());
    };
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext().getRuleIndex()) {
      case AssemblyParser.RULE_expression -> Optional.of("a value");
      case AssemblyParser.RULE_operand -> Optional.of("an operand");
      case AssemblyParser.RULE_line, AssemblyParser.RULE_program ->
          Optional.of(
              Mended.isAtLineStart(parser, AssemblyParser.NEWLINE)
                  ? "a label, an instruction or a directive"
                  : "a line break");
      default -> Optional.empty();
    };
  }
}
