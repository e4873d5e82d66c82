package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Span;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Expressions: flat chains of operands and operators to trees, by precedence.
final class ExpressionReader {
  private final Parsing.Spans spans;
  private final List<Diagnostic> errors;
  private final PatternReader patterns;

  ExpressionReader(Parsing.Spans spans, List<Diagnostic> errors) {
    this.spans = spans;
    this.errors = errors;
    this.patterns = new PatternReader(spans, errors, this);
  }

  PatternReader patterns() {
    return patterns;
  }

  MuExpression read(MuParser.ExpressionContext it) {
    MuExpression first = operand(it.operand(0));
    return it.getChildCount() == 1
        ? first
        : chain(first, it.operator(), it.operand().subList(1, it.operand().size()));
  }

  /// What a statement begins with that is no keyword.
  MuExpression read(MuParser.PlainContext it) {
    MuParser.LeadContext lead = it.lead();
    Optional<MuExpression> simple = Optional.ofNullable(lead.simple()).map(this::simple);
    MuExpression value = suffixes(simple.orElseGet(() -> primary(lead.primary())), lead.suffix());
    return chain(prefixes(value, lead.prefix()), it.operator(), it.operand());
  }

  private MuExpression chain(
      MuExpression first,
      List<MuParser.OperatorContext> operators,
      List<MuParser.OperandContext> operands) {
    Deque<MuExpression> values = new ArrayDeque<>();
    Deque<MuOperator> waiting = new ArrayDeque<>();
    values.push(first);
    int next = 0;
    for (MuParser.OperatorContext context : operators) {
      MuOperator operator = MuOperator.of(context.getStart().getText());
      while (!waiting.isEmpty() && waiting.getFirst().precedence() >= operator.precedence()) {
        combine(values, waiting.pop());
      }
      waiting.push(operator);
      values.push(operand(operands.get(next++)));
    }
    while (!waiting.isEmpty()) {
      combine(values, waiting.pop());
    }
    return values.pop();
  }

  private static void combine(Deque<MuExpression> values, MuOperator operator) {
    MuExpression right = values.pop();
    MuExpression left = values.pop();
    values.push(new MuExpression.Binary(operator, left, right, left.place().to(right.place())));
  }

  private MuExpression operand(MuParser.OperandContext it) {
    return it.getChildCount() == 1
        ? primary(it.primary())
        : prefixes(suffixes(primary(it.primary()), it.suffix()), it.prefix());
  }

  private MuExpression prefixes(MuExpression operand, List<MuParser.PrefixContext> prefixes) {
    MuExpression value = operand;
    for (MuParser.PrefixContext prefix : prefixes.reversed()) {
      MuExpression.Sign sign =
          prefix.getText().equals("!") ? MuExpression.Sign.NOT : MuExpression.Sign.MINUS;
      value = new MuExpression.Prefix(sign, value, place(prefix).to(value.place()));
    }
    return value;
  }

  private MuExpression suffixes(MuExpression operand, List<MuParser.SuffixContext> suffixes) {
    MuExpression value = operand;
    for (MuParser.SuffixContext suffix : suffixes) {
      value = suffix(value, suffix, value.place().to(place(suffix)));
    }
    return value;
  }

  private MuExpression suffix(MuExpression of, MuParser.SuffixContext suffix, Place place) {
    if (suffix.expression() != null) {
      return new MuExpression.Index(of, read(suffix.expression()), place);
    }
    if (suffix.arguments() != null) {
      return new MuExpression.With(of, labelled(suffix.arguments()), place);
    }
    if (suffix.name() != null) {
      return new MuExpression.Field(of, suffix.name().getText(), place);
    }
    String digits = suffix.NUMBER().getText();
    return new MuExpression.Part(
        of, digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits), place);
  }

  private MuExpression primary(MuParser.PrimaryContext it) {
    if (it.simple() != null) {
      return simple(it.simple());
    }
    if (it.conditional() != null) {
      return conditional(it.conditional());
    }
    if (it.expression() != null) {
      return match(it);
    }
    return table(it);
  }

  private MuExpression simple(MuParser.SimpleContext simple) {
    Place place = place(simple);
    return switch (simple) {
      case MuParser.NumberContext it ->
          new MuExpression.Int(new BigInteger(it.NUMBER().getText()), place);
      case MuParser.TextContext it -> new MuExpression.Text(text(it.STRING()), place);
      case MuParser.TruthContext it -> new MuExpression.Bool(it.getText().equals("true"), place);
      case MuParser.NoneContext _ -> new MuExpression.None(place);
      case MuParser.NamedContext it when it.arguments() == null ->
          new MuExpression.Name(it.name().getText(), place);
      case MuParser.NamedContext it -> call(it.name().getText(), it.arguments(), place);
      case MuParser.ListContext it -> new MuExpression.ListOf(list(it.expressions()), place);
      case MuParser.GroupContext it -> {
        List<MuExpression> parts = list(it.expressions());
        yield parts.size() == 1 ? parts.getFirst() : new MuExpression.TupleOf(parts, place);
      }
      default -> throw new IllegalStateException("not in the grammar: " + simple.getText());
    };
  }

  /// With labels it makes a record.
  private MuExpression call(String name, MuParser.ArgumentsContext arguments, Place place) {
    boolean labels = arguments.argument().stream().anyMatch(it -> it.expression().size() > 1);
    return labels
        ? new MuExpression.Make(name, labelled(arguments), place)
        : new MuExpression.Call(
            name, arguments.argument().stream().map(it -> read(it.expression(0))).toList(), place);
  }

  private List<MuExpression.Labelled> labelled(MuParser.ArgumentsContext arguments) {
    List<MuExpression.Labelled> fields = new ArrayList<>();
    for (MuParser.ArgumentContext it : arguments.argument()) {
      if (it.expression().size() > 1
          && read(it.expression(0)) instanceof MuExpression.Name(String label, Place place)) {
        fields.add(new MuExpression.Labelled(label, read(it.expression(1)), place));
      } else {
        error(
            MuProblem.FIELDS,
            spans.of(it),
            "expected a field and its value, such as `x: 1`",
            "Name the field.");
      }
    }
    return fields;
  }

  private MuExpression table(MuParser.PrimaryContext it) {
    Place place = place(it);
    List<MuExpression> keys = new ArrayList<>();
    List<MuExpression> values = new ArrayList<>();
    for (MuParser.EntryContext entry : it.entry()) {
      keys.add(read(entry.expression(0)));
      if (entry.expression().size() > 1) {
        values.add(read(entry.expression(1)));
      }
    }
    if (!values.isEmpty() && values.size() != keys.size()) {
      error(
          MuProblem.FIELDS,
          place.span(),
          "expected a value of each key, as in `{1: 2}`, or of none",
          "A map is `{k: v}`, a set is `{a, b}`.");
    }
    return values.isEmpty() && !keys.isEmpty()
        ? new MuExpression.SetOf(keys, place)
        : new MuExpression.MapOf(keys, values, place);
  }

  private MuExpression conditional(MuParser.ConditionalContext it) {
    MuExpression condition = read(it.expression());
    MuExpression then = read(it.branch(0).expression());
    MuExpression otherwise =
        it.conditional() == null ? read(it.branch(1).expression()) : conditional(it.conditional());
    return new MuExpression.Choice(condition, then, otherwise, place(it));
  }

  private MuExpression match(MuParser.PrimaryContext it) {
    List<MuExpression.Arm> arms = new ArrayList<>();
    for (MuParser.ValueArmContext arm : it.valueArm()) {
      if (arm.pattern() != null) {
        arms.add(
            new MuExpression.Arm(
                patterns.read(arm.pattern()), guard(arm.guard()), read(arm.expression())));
      }
    }
    return new MuExpression.Match(read(it.expression()), arms, place(it));
  }

  /// The guard of a pattern, or null where it has none, as ANTLR says it.
  Optional<MuExpression> guard(MuParser.GuardContext it) {
    return Optional.ofNullable(it).map(guard -> read(guard.expression()));
  }

  /// A literal without its quotes and escapes.
  String text(TerminalNode literal) {
    return switch (TextLiteral.read(literal.getText())) {
      case TextLiteral.Read.Of(String value) -> value;
      case TextLiteral.Read.Wrong(String message, int start, int end) -> {
        int base = spans.of(literal).start();
        error(
            MuProblem.ESCAPE,
            new Span(base + start, base + end),
            message,
            "The escapes are `\\n`, `\\r`, `\\t`, `\\\"`, `\\\\` and `\\u{1F600}`.");
        yield "";
      }
    };
  }

  private List<MuExpression> list(MuParser.ExpressionsContext it) {
    return it == null ? List.of() : it.expression().stream().map(this::read).toList();
  }

  private void error(MuProblem problem, Span span, String message, String hint) {
    errors.add(Diagnostic.error(problem, span, message, hint));
  }

  private Place place(ParserRuleContext context) {
    return new Place(spans.of(context));
  }
}
