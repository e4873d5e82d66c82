package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/// Patterns of `match`, and those of `let` and `for`.
final class PatternReader {
  private static final String SOME = "some";

  private final Parsing.Spans spans;
  private final List<Diagnostic> errors;
  private final ExpressionReader expressions;

  PatternReader(Parsing.Spans spans, List<Diagnostic> errors, ExpressionReader expressions) {
    this.spans = spans;
    this.errors = errors;
    this.expressions = expressions;
  }

  MuPattern read(MuParser.BindingContext it) {
    return it.name() != null
        ? named(it.name())
        : new MuPattern.Parts(it.binding().stream().map(this::read).toList(), place(it));
  }

  MuPattern read(MuParser.PatternContext pattern) {
    Place place = place(pattern);
    return switch (pattern) {
      case MuParser.NumberPatternContext it -> {
        BigInteger value = new BigInteger(it.NUMBER().getText());
        MuExpression number = new MuExpression.Int(value, place);
        boolean negative = !it.getStart().equals(it.NUMBER().getSymbol());
        yield new MuPattern.Literal(
            negative ? new MuExpression.Prefix(MuExpression.Sign.MINUS, number, place) : number,
            place);
      }
      case MuParser.TextPatternContext it ->
          new MuPattern.Literal(new MuExpression.Text(expressions.text(it.STRING()), place), place);
      case MuParser.TruthPatternContext it ->
          new MuPattern.Literal(new MuExpression.Bool(it.getText().equals("true"), place), place);
      case MuParser.NonePatternContext _ -> new MuPattern.None(place);
      case MuParser.NamePatternContext it when it.fieldPattern().isEmpty() -> named(it.name());
      case MuParser.NamePatternContext it when it.name().getText().equals(SOME) -> some(it, place);
      case MuParser.NamePatternContext it ->
          new MuPattern.Shape(it.name().getText(), fields(it.fieldPattern()), place);
      case MuParser.TuplePatternContext it -> {
        List<MuPattern> parts = it.pattern().stream().map(this::read).toList();
        yield parts.size() == 1 ? parts.getFirst() : new MuPattern.Parts(parts, place);
      }
      default -> throw new IllegalStateException("not in the grammar: " + pattern.getText());
    };
  }

  private MuPattern named(MuParser.NameContext name) {
    Place place = place(name);
    return name.getText().equals("_")
        ? new MuPattern.Any(place)
        : new MuPattern.Bind(name.getText(), place);
  }

  private MuPattern some(MuParser.NamePatternContext it, Place place) {
    if (it.fieldPattern().size() != 1 || it.fieldPattern(0).pattern().size() != 1) {
      errors.add(
          Diagnostic.error(MuProblem.PATTERN, place.span(), "expected one pattern in `some(…)`"));
    }
    return new MuPattern.Some(read(it.fieldPattern(0).pattern(0)), place);
  }

  private List<MuPattern.FieldPattern> fields(List<MuParser.FieldPatternContext> patterns) {
    List<MuPattern.FieldPattern> fields = new ArrayList<>();
    for (MuParser.FieldPatternContext it : patterns) {
      if (read(it.pattern(0)) instanceof MuPattern.Bind(String field, Place place)) {
        MuPattern.Bind itself = new MuPattern.Bind(field, place);
        fields.add(
            new MuPattern.FieldPattern(
                field, it.pattern().size() > 1 ? read(it.pattern(1)) : itself, place));
      } else {
        errors.add(
            Diagnostic.error(
                MuProblem.PATTERN,
                spans.of(it),
                "expected a field, such as `x`, or one with a pattern: `x: 0`"));
      }
    }
    return fields;
  }

  private Place place(ParserRuleContext context) {
    return new Place(spans.of(context));
  }
}
