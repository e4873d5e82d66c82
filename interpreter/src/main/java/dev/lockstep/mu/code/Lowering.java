package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.Calls;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.Place;
import dev.lockstep.mu.code.Assembler.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Expressions to A-normal form: what a formula cannot hold becomes instructions before it, in the
/// order of evaluation, with results in temporaries `$1`, `$2`, … of the statement.
final class Lowering {
  private final Assembler out;
  private final MuProgram program;
  private int temporaries;

  Lowering(Assembler out, MuProgram program) {
    this.out = out;
    this.program = program;
  }

  /// The part of an expression that is left after lowering.
  ///
  /// @param stable whether a later effect can change neither its value nor its fault
  private record Rest(MuExpression expression, boolean stable) {}

  /// Temporaries of the statement before are free again.
  void beginStatement() {
    temporaries = 0;
  }

  Formula formula(MuExpression expression) {
    return made(lower(expression, Effects.of(expression)).expression());
  }

  /// An expression that has no effect any more: what has stands in instructions before it.
  MuExpression pure(MuExpression expression) {
    return lower(expression, Effects.of(expression)).expression();
  }

  /// Several such, evaluated from left to right.
  List<MuExpression> pure(List<MuExpression> expressions) {
    return pure(expressions, Effects.of(expressions));
  }

  /// A name for the value of an expression, or the expression itself where it is a name.
  MuExpression named(MuExpression expression) {
    return expression instanceof MuExpression.Name
        ? expression
        : temporary(expression, Effects.of(expression)).expression();
  }

  /// The formula of what needs no instructions before it.
  Formula made(MuExpression expression) {
    return Formula.of(expression, program);
  }

  /// Several formulas evaluated from left to right, as by one instruction.
  List<Formula> formulas(List<MuExpression> expressions) {
    return formulas(expressions, Effects.of(expressions));
  }

  /// `variable = expression`, in one instruction more than its parts need.
  void into(String variable, MuExpression expression, Place place) {
    into(variable, expression, Effects.of(expression), place);
  }

  /// A call for its effect.
  void call(MuExpression.Call it, Place place) {
    call(Optional.empty(), it, Effects.of(it), place);
  }

  /// Goes on at `then` or `otherwise`. A condition whose right side calls something is several
  /// branches.
  void condition(MuInstruction.Kind kind, MuExpression it, Label then, Label otherwise) {
    condition(kind, it, Effects.of(it), then, otherwise);
  }

  private List<Formula> formulas(List<MuExpression> expressions, Effects effects) {
    return pure(expressions, effects).stream().map(this::made).toList();
  }

  private List<MuExpression> pure(List<MuExpression> expressions, Effects effects) {
    return rests(expressions, effects).stream().map(Rest::expression).toList();
  }

  private List<Rest> rests(List<MuExpression> expressions, Effects effects) {
    int last = expressions.size() - 1;
    while (last >= 0 && !effects.in(expressions.get(last))) {
      last--;
    }
    List<Rest> rests = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      Rest rest = lower(expressions.get(i), effects);
      rests.add(i < last ? settle(rest) : rest);
    }
    return rests;
  }

  private void into(String variable, MuExpression expression, Effects effects, Place place) {
    switch (expression) {
      case MuExpression.ListOf it -> {
        List<Formula> elements = formulas(it.elements(), effects);
        out.add(
            place,
            (origin, _, next) -> new MuInstruction.NewList(origin, variable, elements, next));
      }
      case MuExpression.MapOf it -> table(variable, false, it.keys(), it.values(), place);
      case MuExpression.SetOf it -> table(variable, true, it.elements(), List.of(), place);
      case MuExpression.Call it when !MuBuiltin.looks(it.function()) ->
          call(Optional.of(variable), it, effects, place);
      case MuExpression.Choice it -> choice(variable, it, effects);
      case MuExpression.Match it -> match(variable, it);
      case MuExpression.Binary it when branches(it, effects) -> branch(variable, it, effects);
      case MuExpression it -> {
        Formula value = made(lower(it, effects).expression());
        out.add(place, (origin, _, next) -> new MuInstruction.Bind(origin, variable, value, next));
      }
    }
  }

  private void call(Optional<String> variable, MuExpression.Call it, Effects effects, Place place) {
    List<Formula> arguments = formulas(it.arguments(), effects);
    Invocation invocation = new Invocation(variable, it, arguments, program);
    out.add(place, (origin, _, next) -> invocation.at(origin, next));
  }

  private void condition(
      MuInstruction.Kind kind, MuExpression it, Effects effects, Label then, Label otherwise) {
    if (it instanceof MuExpression.Binary both && branches(both, effects)) {
      boolean and = both.operator() == MuOperator.AND;
      Label right = new Label();
      condition(kindOf(both), both.left(), effects, and ? right : then, and ? otherwise : right);
      out.place(right);
      condition(kind, both.right(), effects, then, otherwise);
      return;
    }
    Formula formula = made(lower(it, effects).expression());
    out.add(
        it.place(),
        (origin, sites, _) ->
            new MuInstruction.Branch(origin, kind, formula, sites.of(then), sites.of(otherwise)));
  }

  private static boolean branches(MuExpression.Binary it, Effects effects) {
    boolean logical = it.operator() == MuOperator.AND || it.operator() == MuOperator.OR;
    return logical && effects.in(it.right());
  }

  private static MuInstruction.Kind kindOf(MuExpression.Binary it) {
    return it.operator() == MuOperator.AND ? MuInstruction.Kind.AND : MuInstruction.Kind.OR;
  }

  /// `variable = left && right`: the right side only where the left side does not decide.
  private void branch(String variable, MuExpression.Binary it, Effects effects) {
    into(variable, it.left(), effects, it.left().place());
    Label right = new Label();
    Label end = new Label();
    boolean and = it.operator() == MuOperator.AND;
    MuExpression left = new MuExpression.Name(variable, it.left().place());
    condition(kindOf(it), left, effects, and ? right : end, and ? end : right);
    out.place(right);
    into(variable, it.right(), effects, it.right().place());
    out.place(end);
  }

  private Rest lower(MuExpression expression, Effects effects) {
    if (!effects.in(expression)) {
      return new Rest(expression, Effects.stable(expression));
    }
    return switch (expression) {
      case MuExpression.Int _,
          MuExpression.Bool _,
          MuExpression.Name _,
          MuExpression.Text _,
          MuExpression.None _ ->
          new Rest(expression, true);
      case MuExpression.TupleOf _,
          MuExpression.Part _,
          MuExpression.Field _,
          MuExpression.Make _,
          MuExpression.With _ ->
          rebuilt(expression, effects);
      case MuExpression.Prefix it -> {
        Rest operand = lower(it.operand(), effects);
        yield new Rest(
            new MuExpression.Prefix(it.sign(), operand.expression(), it.place()), operand.stable());
      }
      case MuExpression.Index it -> {
        Pair pair = pair(it.list(), it.index(), effects);
        yield new Rest(
            new MuExpression.Index(pair.left.expression, pair.right.expression, it.place()), false);
      }
      case MuExpression.Binary it when !branches(it, effects) -> {
        Pair pair = pair(it.left(), it.right(), effects);
        yield new Rest(
            new MuExpression.Binary(
                it.operator(), pair.left.expression, pair.right.expression, it.place()),
            pair.left.stable && pair.right.stable && Effects.operatorStable(it.operator()));
      }
      case MuExpression.Call it when MuBuiltin.looks(it.function()) ->
          new Rest(rebuilt(expression, effects).expression(), false);
      case MuExpression.Call _,
          MuExpression.ListOf _,
          MuExpression.MapOf _,
          MuExpression.SetOf _,
          MuExpression.Choice _,
          MuExpression.Match _,
          MuExpression.Binary _ ->
          temporary(expression, effects);
    };
  }

  /// An expression of several parts, with what is left of them.
  private Rest rebuilt(MuExpression expression, Effects effects) {
    List<Rest> rests = rests(Calls.parts(expression), effects);
    List<MuExpression> parts = rests.stream().map(Rest::expression).toList();
    return new Rest(Parts.replaced(expression, parts), rests.stream().allMatch(Rest::stable));
  }

  private void table(
      String variable,
      boolean set,
      List<MuExpression> keys,
      List<MuExpression> values,
      Place place) {
    List<MuExpression> inOrder = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      inOrder.add(keys.get(i));
      if (!set) {
        inOrder.add(values.get(i));
      }
    }
    List<Formula> made = formulas(inOrder);
    List<Formula> ownKeys = new ArrayList<>();
    List<Formula> ownValues = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      (set || i % 2 == 0 ? ownKeys : ownValues).add(made.get(i));
    }
    out.add(
        place,
        (origin, _, next) ->
            new MuInstruction.NewTable(origin, variable, set, ownKeys, ownValues, next));
  }

  /// `variable = if condition { then } else { otherwise }`.
  private void choice(String variable, MuExpression.Choice it, Effects effects) {
    Label then = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    condition(MuInstruction.Kind.IF, it.condition(), effects, then, otherwise);
    out.place(then);
    into(variable, it.then(), effects, it.then().place());
    out.jump(end);
    out.place(otherwise);
    into(variable, it.otherwise(), effects, it.otherwise().place());
    out.place(end);
  }

  private void match(String variable, MuExpression.Match it) {
    Label end = new Label();
    List<Matching.Way> ways =
        it.arms().stream().map(arm -> new Matching.Way(arm.pattern(), arm.guard())).toList();
    new Matching(out, this)
        .arms(
            it.subject(),
            ways,
            i -> {
              MuExpression value = it.arms().get(i).value();
              into(variable, value, value.place());
              out.jump(end);
            });
    out.place(end);
  }

  private record Pair(Rest left, Rest right) {}

  private Pair pair(MuExpression left, MuExpression right, Effects effects) {
    Rest first = lower(left, effects);
    Rest settled = effects.in(right) ? settle(first) : first;
    return new Pair(settled, lower(right, effects));
  }

  /// What later effects cannot change any more.
  private Rest settle(Rest rest) {
    return rest.stable() ? rest : temporary(rest.expression(), Effects.of(List.of()));
  }

  private Rest temporary(MuExpression expression, Effects effects) {
    temporaries++;
    String name = "$" + temporaries;
    into(name, expression, effects, expression.place());
    return new Rest(new MuExpression.Name(name, expression.place()), true);
  }
}
