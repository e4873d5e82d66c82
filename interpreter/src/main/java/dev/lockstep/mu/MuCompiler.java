package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.Place;
import dev.lockstep.mu.Assembler.Label;
import java.util.List;
import java.util.Optional;

/// Checked programs to instructions. Recurses as deep as the program is nested.
final class MuCompiler {
  private final Assembler out = new Assembler();
  private final Lowering lowering = new Lowering(out);

  private MuCompiler() {}

  static Assembler.Assembled compile(MuProgram program) {
    MuCompiler compiler = new MuCompiler();
    program.functions().forEach(compiler::function);
    return compiler.out.assemble();
  }

  private void function(MuFunction function) {
    out.begin(function.name());
    function.requires().forEach(it -> require(it, Effects.of(it)));
    out.beginBody();
    if (!block(function.body())) {
      out.add(
          function.body().end(),
          (origin, _, _) -> new MuInstruction.Return(origin, Optional.empty()));
    }
  }

  /// The parts of a conjunction that calls something are conditions of their own, so that a fault
  /// names the one that failed.
  private void require(MuExpression condition, Effects effects) {
    if (condition instanceof MuExpression.Binary it
        && it.operator() == MuOperator.AND
        && effects.in(it)) {
      require(it.left(), effects);
      require(it.right(), effects);
      return;
    }
    lowering.beginStatement();
    Formula formula = lowering.formula(condition);
    out.add(
        condition.place(),
        (origin, _, next) -> new MuInstruction.Require(origin, condition, formula, next));
  }

  /// Whether control never reaches the end of `block`; what follows there is left out.
  private boolean block(MuBlock block) {
    for (MuStatement statement : block.statements()) {
      if (statement(statement)) {
        return true;
      }
    }
    return false;
  }

  /// Whether control never goes on behind `statement`.
  private boolean statement(MuStatement statement) {
    lowering.beginStatement();
    switch (statement) {
      case MuStatement.Declare it -> lowering.into(it.name(), it.value(), it.place());
      case MuStatement.Assign it -> assign(it);
      case MuStatement.SetElement it -> setElement(it);
      case MuStatement.Print it -> {
        Formula value = lowering.formula(it.value());
        add(it, (origin, _, next) -> new MuInstruction.Print(origin, value, next));
      }
      case MuStatement.Assert it -> {
        Formula condition = lowering.formula(it.condition());
        add(
            it,
            (origin, _, next) -> new MuInstruction.Assert(origin, it.condition(), condition, next));
      }
      case MuStatement.Do it -> lowering.call(it.call(), it.place());
      case MuStatement.Return it -> {
        Optional<Formula> value = it.value().map(lowering::formula);
        add(it, (origin, _, _) -> new MuInstruction.Return(origin, value));
        return true;
      }
      case MuStatement.If it -> {
        return branch(it);
      }
      case MuStatement.While it -> {
        return repeat(it);
      }
      case MuStatement.Walk it -> {
        Formula list = lowering.formula(it.list());
        Place head = it.namePlace().to(it.list().place());
        out.add(
            head, (origin, _, next) -> new MuInstruction.StartWalk(origin, it.name(), list, next));
        turns(it.name(), it.body(), head);
      }
      case MuStatement.Count it -> {
        List<Formula> bounds = lowering.formulas(List.of(it.from(), it.to()));
        Place head = it.namePlace().to(it.to().place());
        out.add(
            head,
            (origin, _, next) ->
                new MuInstruction.StartRange(
                    origin, it.name(), bounds.getFirst(), bounds.getLast(), next));
        turns(it.name(), it.body(), head);
      }
    }
    return false;
  }

  private void add(MuStatement statement, Assembler.Made made) {
    out.add(statement.place(), made);
  }

  /// The right side may read the variable, so that its parts must not be computed in it.
  private void assign(MuStatement.Assign it) {
    boolean inParts = it.value() instanceof MuExpression.Binary both && Effects.of(both).in(both);
    if (!inParts) {
      lowering.into(it.name(), it.value(), it.place());
      return;
    }
    Formula value = lowering.formula(it.value());
    add(it, (origin, _, next) -> new MuInstruction.Bind(origin, it.name(), value, next));
  }

  private void setElement(MuStatement.SetElement it) {
    List<Formula> parts = lowering.formulas(List.of(it.list(), it.index(), it.value()));
    add(
        it,
        (origin, _, next) ->
            new MuInstruction.SetElement(origin, parts.get(0), parts.get(1), parts.get(2), next));
  }

  private boolean branch(MuStatement.If it) {
    Label then = new Label();
    Label otherwise = new Label();
    lowering.condition(MuInstruction.Kind.IF, it.condition(), then, otherwise);
    out.place(then);
    boolean thenEnds = block(it.then());
    if (it.otherwise().isEmpty()) {
      out.place(otherwise);
      return false;
    }
    Label end = new Label();
    if (!thenEnds) {
      out.jump(end);
    }
    out.place(otherwise);
    boolean otherwiseEnds = block(it.otherwise().get());
    out.place(end);
    return thenEnds && otherwiseEnds;
  }

  private boolean repeat(MuStatement.While it) {
    Label head = new Label();
    Label body = new Label();
    Label end = new Label();
    out.place(head);
    lowering.condition(MuInstruction.Kind.WHILE, it.condition(), body, end);
    out.place(body);
    if (!block(it.body())) {
      out.jump(head);
    }
    out.place(end);
    return it.forever();
  }

  private void turns(String variable, MuBlock body, Place head) {
    Label turn = new Label();
    Label first = new Label();
    Label end = new Label();
    out.place(turn);
    out.add(
        head,
        (origin, sites, _) ->
            new MuInstruction.Turn(origin, variable, sites.of(first), sites.of(end)));
    out.place(first);
    if (!block(body)) {
      out.jump(turn);
    }
    out.place(end);
  }
}
