package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/// Statements to trees.
final class StatementReader {
  private final Parsing.Spans spans;
  private final List<Diagnostic> errors;
  private final TypeReader types;
  private final ExpressionReader expressions;

  StatementReader(
      Parsing.Spans spans,
      List<Diagnostic> errors,
      TypeReader types,
      ExpressionReader expressions) {
    this.spans = spans;
    this.errors = errors;
    this.types = types;
    this.expressions = expressions;
  }

  MuBlock block(MuParser.BlockContext it) {
    List<MuStatement> statements = new ArrayList<>();
    for (MuParser.LineContext line : it.line()) {
      if (line.statement() != null) {
        statement(line.statement()).ifPresent(statements::add);
      }
    }
    return new MuBlock(statements, new Place(spans.of(it.getStop())));
  }

  private Optional<MuStatement> statement(MuParser.StatementContext statement) {
    Place place = place(statement);
    return switch (statement) {
      case MuParser.DeclarationContext it -> Optional.of(declaration(it, place));
      case MuParser.BranchingContext it -> Optional.of(choice(it.choice()));
      case MuParser.MatchingContext it -> Optional.of(match(it, place));
      case MuParser.RepetitionContext it ->
          Optional.of(
              new MuStatement.While(
                  expressions.read(it.expression()),
                  invariants(it.invariant()),
                  block(it.block()),
                  place));
      case MuParser.LoopContext it -> Optional.of(loop(it, place));
      case MuParser.BreakContext _ -> Optional.of(new MuStatement.Break(place));
      case MuParser.ContinueContext _ -> Optional.of(new MuStatement.Continue(place));
      case MuParser.ReturnContext it ->
          Optional.of(
              new MuStatement.Return(
                  Optional.ofNullable(it.expression()).map(expressions::read), place));
      case MuParser.AssertionContext it ->
          Optional.of(new MuStatement.Assert(expressions.read(it.expression()), place));
      case MuParser.OutputContext it ->
          Optional.of(new MuStatement.Print(expressions.read(it.expression()), place));
      case MuParser.PlainContext it -> plain(it, place);
      default -> throw new IllegalStateException("not in the grammar: " + statement.getText());
    };
  }

  private MuStatement declaration(MuParser.DeclarationContext it, Place place) {
    boolean mutable = it.getStart().getText().equals("var");
    Optional<MuType> type = Optional.ofNullable(it.type()).map(types::read);
    MuExpression value = expressions.read(it.expression());
    return it.binding().name() != null
        ? new MuStatement.Declare(
            mutable, it.binding().getText(), type, value, place(it.binding()), place)
        : new MuStatement.Unpack(
            mutable, expressions.patterns().read(it.binding()), type, value, place);
  }

  private MuStatement.If choice(MuParser.ChoiceContext it) {
    MuExpression condition = expressions.read(it.expression());
    MuBlock then = block(it.block(0));
    Optional<MuBlock> otherwise = Optional.ofNullable(it.block(1)).map(this::block);
    if (it.choice() != null) {
      MuStatement.If inner = choice(it.choice());
      otherwise = Optional.of(new MuBlock(List.of(inner), inner.place()));
    }
    return new MuStatement.If(condition, then, otherwise, place(it));
  }

  private MuStatement match(MuParser.MatchingContext it, Place place) {
    List<MuStatement.Arm> arms = new ArrayList<>();
    for (MuParser.ArmLineContext arm : it.armLine()) {
      if (arm.pattern() != null) {
        MuPattern pattern = expressions.patterns().read(arm.pattern());
        arms.add(new MuStatement.Arm(pattern, expressions.guard(arm.guard()), body(arm)));
      }
    }
    return new MuStatement.Match(expressions.read(it.expression()), arms, place);
  }

  private MuBlock body(MuParser.ArmLineContext arm) {
    if (arm.block() != null) {
      return block(arm.block());
    }
    Place place = place(arm.statement());
    return new MuBlock(statement(arm.statement()).stream().toList(), place);
  }

  private MuStatement loop(MuParser.LoopContext it, Place place) {
    MuExpression first = expressions.read(it.expression(0));
    List<MuExpression> invariants = invariants(it.invariant());
    Place namePlace = place(it.binding());
    MuPattern pattern = expressions.patterns().read(it.binding());
    boolean parts = pattern instanceof MuPattern.Parts;
    String name = parts ? pattern.print() : it.binding().getText();
    MuBlock body = block(it.block());
    if (it.expression(1) == null) {
      Optional<MuPattern> unpacked = parts ? Optional.of(pattern) : Optional.empty();
      return new MuStatement.Walk(name, unpacked, first, invariants, body, namePlace, place);
    }
    if (parts) {
      errors.add(
          Diagnostic.error(
              MuProblem.PATTERN, namePlace.span(), "expected a name, found a pattern"));
    }
    MuExpression to = expressions.read(it.expression(1));
    return new MuStatement.Count(name, first, to, invariants, body, namePlace, place);
  }

  private List<MuExpression> invariants(List<MuParser.InvariantContext> clauses) {
    return clauses.stream().map(clause -> expressions.read(clause.expression())).toList();
  }

  private Optional<MuStatement> plain(MuParser.PlainContext it, Place place) {
    MuExpression left = expressions.read(it);
    if (it.assignment() == null) {
      if (left instanceof MuExpression.Call call) {
        return Optional.of(new MuStatement.Do(call, place));
      }
      errors.add(
          Diagnostic.error(
              MuProblem.UNUSED_VALUE,
              place.span(),
              "expected a statement, found an expression whose value is not used",
              "Assign it with `let`, `print` it or `return` it."));
      return Optional.empty();
    }
    MuExpression value = expressions.read(it.expression());
    String symbol = it.assignment().getText();
    boolean updates = !symbol.equals("=");
    return switch (left) {
      case MuExpression.Name _, MuExpression.Index _, MuExpression.Field _ when updates -> {
        MuOperator operator = MuOperator.of(symbol.substring(0, symbol.length() - 1));
        yield Optional.of(new MuStatement.Update(left, operator, value, place));
      }
      case MuExpression.Name(String name, Place at) ->
          Optional.of(new MuStatement.Assign(name, value, at, place));
      case MuExpression.Index(MuExpression list, MuExpression index, _) ->
          Optional.of(new MuStatement.SetElement(list, index, value, place));
      case MuExpression.Field field -> Optional.of(new MuStatement.SetField(field, value, place));
      case MuExpression other -> {
        errors.add(
            Diagnostic.error(
                MuProblem.NOT_A_VARIABLE,
                other.place().span(),
                "expected a variable or an element such as `xs[0]` before `" + symbol + "`",
                "Compare with `==`."));
        yield Optional.empty();
      }
    };
  }

  private Place place(ParserRuleContext context) {
    return new Place(spans.of(context));
  }
}
