package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Parsing;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Expressions: flat chains of operands and operators to trees, by precedence.
final class ExpressionReader {
  private final Parsing.Spans spans;

  ExpressionReader(Parsing.Spans spans) {
    this.spans = spans;
  }

  MuExpression read(MuParser.ExpressionContext it) {
    List<MuParser.OperandContext> operands = it.operand();
    Deque<MuExpression> values = new ArrayDeque<>();
    Deque<MuOperator> waiting = new ArrayDeque<>();
    values.push(operand(operands.getFirst()));
    int next = 1;
    for (MuParser.OperatorContext context : it.operator()) {
      MuOperator operator = MuOperator.of(context.getText());
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
    MuExpression value = primary(it.primary());
    for (MuParser.SuffixContext suffix : it.suffix()) {
      Place place = value.place().to(new Place(spans.of(suffix)));
      value = new MuExpression.Index(value, read(suffix.expression()), place);
    }
    for (MuParser.PrefixContext prefix : it.prefix().reversed()) {
      MuExpression.Sign sign =
          prefix.getText().equals("!") ? MuExpression.Sign.NOT : MuExpression.Sign.MINUS;
      Place place = new Place(spans.of(prefix)).to(value.place());
      value = new MuExpression.Prefix(sign, value, place);
    }
    return value;
  }

  private MuExpression primary(MuParser.PrimaryContext primary) {
    Place place = new Place(spans.of(primary));
    return switch (primary) {
      case MuParser.NumberContext it ->
          new MuExpression.Int(new BigInteger(it.NUMBER().getText()), place);
      case MuParser.TruthContext it -> new MuExpression.Bool(it.getText().equals("true"), place);
      case MuParser.NamedContext it when it.arguments() == null ->
          new MuExpression.Name(it.NAME().getText(), place);
      case MuParser.NamedContext it ->
          new MuExpression.Call(it.NAME().getText(), list(it.arguments().expressions()), place);
      case MuParser.ListContext it -> new MuExpression.ListOf(list(it.expressions()), place);
      case MuParser.GroupContext it -> read(it.expression());
      default -> throw new IllegalStateException("not in the grammar: " + primary.getText());
    };
  }

  private List<MuExpression> list(MuParser.ExpressionsContext it) {
    return it == null ? List.of() : it.expression().stream().map(this::read).toList();
  }
}
