package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Text to trees: the functions and statements of a program. What a tree means is checked by
/// `MuChecker`.
public final class MuReader {
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Parsing.Spans spans;
  private final ExpressionReader expressions;

  private MuReader(Source source) {
    spans = new Parsing.Spans(source);
    expressions = new ExpressionReader(spans);
  }

  /// Throws `SourceErrors` where the text is not in the grammar.
  public static MuProgram read(Source source) {
    return Deep.call(() -> readDeep(source));
  }

  private static MuProgram readDeep(Source source) {
    Parsing.Parsed<MuParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            MuLexer::new,
            Newlines::new,
            MuParser::new,
            MuParser::program,
            SyntaxWords::expected);
    if (!parsed.errors().isEmpty()) {
      throw new SourceErrors(source, SyntaxWords.withHints(parsed.errors()));
    }
    MuReader reader = new MuReader(source);
    MuProgram program =
        new MuProgram(parsed.tree().function().stream().map(reader::function).toList());
    if (!reader.errors.isEmpty()) {
      throw new SourceErrors(source, reader.errors);
    }
    return program;
  }

  private MuFunction function(MuParser.FunctionContext it) {
    return new MuFunction(
        it.NAME().getText(),
        it.parameter().stream().map(this::parameter).toList(),
        Optional.ofNullable(it.type()).map(this::type),
        it.requirement().stream().map(clause -> expressions.read(clause.expression())).toList(),
        block(it.block()),
        place(it.NAME()));
  }

  private MuParameter parameter(MuParser.ParameterContext it) {
    return new MuParameter(it.NAME().getText(), type(it.type()), place(it.NAME()));
  }

  private MuType type(MuParser.TypeContext it) {
    int depth = 0;
    MuParser.TypeContext inner = it;
    while (inner.type() != null) {
      inner = inner.type();
      depth++;
    }
    MuType type = simpleType(inner.NAME());
    if (depth > MuType.DEEPEST) {
      errors.add(
          Diagnostic.error(
              MuProblem.NESTING,
              spans.of(it),
              "expected lists nested at most " + MuType.DEEPEST + " deep"));
      return type;
    }
    for (int i = 0; i < depth; i++) {
      type = new MuType.ListOf(type);
    }
    return type;
  }

  private MuType simpleType(TerminalNode name) {
    return switch (name.getText()) {
      case "int" -> new MuType.Int();
      case "bool" -> new MuType.Bool();
      case String unknown -> {
        errors.add(
            Diagnostic.error(
                MuProblem.UNKNOWN_TYPE,
                spans.of(name),
                "expected a type, found `" + unknown + "`",
                "The types are `int`, `bool` and lists such as `[int]`."));
        yield new MuType.Int();
      }
    };
  }

  private MuBlock block(MuParser.BlockContext it) {
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
      case MuParser.RepetitionContext it ->
          Optional.of(
              new MuStatement.While(expressions.read(it.expression()), block(it.block()), place));
      case MuParser.LoopContext it -> Optional.of(loop(it, place));
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
    return new MuStatement.Declare(
        it.getStart().getText().equals("var"),
        it.NAME().getText(),
        Optional.ofNullable(it.type()).map(this::type),
        expressions.read(it.expression()),
        place(it.NAME()),
        place);
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

  private MuStatement loop(MuParser.LoopContext it, Place place) {
    String name = it.NAME().getText();
    MuExpression first = expressions.read(it.expression(0));
    MuBlock body = block(it.block());
    return it.expression(1) == null
        ? new MuStatement.Walk(name, first, body, place(it.NAME()), place)
        : new MuStatement.Count(
            name, first, expressions.read(it.expression(1)), body, place(it.NAME()), place);
  }

  private Optional<MuStatement> plain(MuParser.PlainContext it, Place place) {
    MuExpression left = expressions.read(it.expression(0));
    if (it.expression(1) == null) {
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
    MuExpression value = expressions.read(it.expression(1));
    return switch (left) {
      case MuExpression.Name(String name, Place at) ->
          Optional.of(new MuStatement.Assign(name, value, at, place));
      case MuExpression.Index(MuExpression list, MuExpression index, _) ->
          Optional.of(new MuStatement.SetElement(list, index, value, place));
      case MuExpression other -> {
        errors.add(
            Diagnostic.error(
                MuProblem.NOT_A_VARIABLE,
                other.place().span(),
                "expected a variable or an element such as `xs[0]` before `=`",
                "Compare with `==`."));
        yield Optional.empty();
      }
    };
  }

  private Place place(ParserRuleContext context) {
    return new Place(spans.of(context));
  }

  private Place place(TerminalNode node) {
    return new Place(spans.of(node));
  }
}
