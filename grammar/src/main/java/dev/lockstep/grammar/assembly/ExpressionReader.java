package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.SyntaxProblem;
import java.math.BigInteger;
import org.antlr.v4.runtime.ParserRuleContext;

/// Parse trees of expressions to trees; what is nested too deep is an error and becomes 0.
final class ExpressionReader {
  private final Parsing.Spans spans;
  private final AssemblyDraft draft;

  ExpressionReader(Parsing.Spans spans, AssemblyDraft draft) {
    this.spans = spans;
    this.draft = draft;
  }

  Expression read(AssemblyParser.ExpressionContext context) {
    if (depth(context, 0) > Expression.DEEPEST) {
      draft.error(
          SyntaxProblem.NESTING,
          place(context),
          "expected an expression of at most " + Expression.DEEPEST + " nested operators",
          "Split it into several.");
      return new Expression.Numeral(0);
    }
    return tree(context);
  }

  private static int depth(ParserRuleContext context, int above) {
    int most = above;
    for (int i = 0; i < context.getChildCount() && most <= Expression.DEEPEST; i++) {
      if (context.getChild(i) instanceof ParserRuleContext inner) {
        most = Math.max(most, depth(inner, above + 1));
      }
    }
    return most;
  }

  private Expression tree(AssemblyParser.ExpressionContext context) {
    Place place = place(context);
    return switch (context) {
      case AssemblyParser.MinusContext it -> new Expression.Minus(tree(it.expression()), place);
      case AssemblyParser.ProductContext it ->
          binary(it.getChild(1).getText(), it.expression(0), it.expression(1), place);
      case AssemblyParser.SumContext it ->
          binary(it.getChild(1).getText(), it.expression(0), it.expression(1), place);
      case AssemblyParser.ComparisonContext it ->
          binary(it.getChild(1).getText(), it.expression(0), it.expression(1), place);
      case AssemblyParser.NumberContext it -> new Expression.Numeral(number(it.getText()), place);
      case AssemblyParser.CharacterContext it ->
          new Expression.Letter(Quoting.bare(it.getText()).codePointAt(0), place);
      case AssemblyParser.NameContext it -> new Expression.Name(it.getText(), place);
      case AssemblyParser.HereContext _ -> new Expression.Here(place);
      case AssemblyParser.GroupContext it -> tree(it.expression());
      default -> throw new IllegalStateException("not an expression: " + context.getClass());
    };
  }

  private Expression binary(
      String operator,
      AssemblyParser.ExpressionContext left,
      AssemblyParser.ExpressionContext right,
      Place place) {
    return new Expression.Binary(Expression.Operator.of(operator), tree(left), tree(right), place);
  }

  private static BigInteger number(String text) {
    return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
  }

  private Place place(ParserRuleContext context) {
    return Place.of(spans.of(context));
  }
}
