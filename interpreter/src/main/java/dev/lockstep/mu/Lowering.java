package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.Place;
import dev.lockstep.mu.Assembler.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Expressions to A-normal form: what a formula cannot hold becomes instructions before it, in the
/// order of evaluation, with results in temporaries `$1`, `$2`, … of the statement.
final class Lowering {
  private final Assembler out;
  private int temporaries;

  Lowering(Assembler out) {
    this.out = out;
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
    return Formula.of(lower(expression, Effects.of(expression)).expression());
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
    int last = expressions.size() - 1;
    while (last >= 0 && !effects.in(expressions.get(last))) {
      last--;
    }
    List<Formula> formulas = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      Rest rest = lower(expressions.get(i), effects);
      formulas.add(Formula.of(i < last ? settle(rest).expression() : rest.expression()));
    }
    return formulas;
  }

  private void into(String variable, MuExpression expression, Effects effects, Place place) {
    switch (expression) {
      case MuExpression.ListOf it -> {
        List<Formula> elements = formulas(it.elements(), effects);
        out.add(
            place,
            (origin, _, next) -> new MuInstruction.NewList(origin, variable, elements, next));
      }
      case MuExpression.Call it when !it.function().equals(MuBuiltin.LEN.word()) ->
          call(Optional.of(variable), it, effects, place);
      case MuExpression.Binary it when branches(it, effects) -> branch(variable, it, effects);
      case MuExpression it -> {
        Formula value = Formula.of(lower(it, effects).expression());
        out.add(place, (origin, _, next) -> new MuInstruction.Bind(origin, variable, value, next));
      }
    }
  }

  private void call(Optional<String> variable, MuExpression.Call it, Effects effects, Place place) {
    List<Formula> arguments = formulas(it.arguments(), effects);
    Optional<MuBuiltin> builtin = MuBuiltin.of(it.function());
    out.add(
        place,
        (origin, _, next) ->
            builtin.isEmpty()
                ? new MuInstruction.Call(origin, variable, it.function(), arguments, next)
                : switch (builtin.get()) {
                  case POP -> new MuInstruction.Pop(origin, variable, arguments.getFirst(), next);
                  case PUSH ->
                      new MuInstruction.Push(
                          origin, arguments.getFirst(), arguments.getLast(), next);
                  case LEN -> throw new IllegalArgumentException("len is no instruction");
                });
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
    Formula formula = Formula.of(lower(it, effects).expression());
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
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _ ->
          new Rest(expression, true);
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
      case MuExpression.Call it when it.function().equals(MuBuiltin.LEN.word()) -> {
        Rest list = lower(it.arguments().getFirst(), effects);
        yield new Rest(
            new MuExpression.Call(it.function(), List.of(list.expression()), it.place()), false);
      }
      case MuExpression.Call _, MuExpression.ListOf _, MuExpression.Binary _ ->
          temporary(expression, effects);
    };
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
