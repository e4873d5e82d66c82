package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuPattern;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.Place;
import dev.lockstep.mu.code.Assembler.Label;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Checked functions to instructions. Recurses as deep as the program is nested.
final class MuCompiler {
  private final Assembler out = new Assembler();
  private final Lowering lowering;
  private final Matching matching;
  private final Assignments assignments;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private List<MuExpression> ensures = List.of();

  private MuCompiler(MuProgram program) {
    lowering = new Lowering(out, program);
    matching = new Matching(out, lowering);
    assignments = new Assignments(out, lowering);
  }

  /// A loop around the statement that is compiled: where `continue` and `break` lead.
  private static final class Loop {
    private final Optional<String> variable;
    private final Label next;
    private final Label end;
    private boolean left;

    Loop(Optional<String> variable, Label next, Label end) {
      this.variable = variable;
      this.next = next;
      this.end = end;
    }
  }

  /// @param program whose records the functions use
  static Assembler.Assembled compile(MuProgram program, List<MuFunction> functions) {
    MuCompiler compiler = new MuCompiler(program);
    functions.forEach(compiler::function);
    return compiler.out.assemble();
  }

  private void function(MuFunction function) {
    out.begin(function.name());
    ensures = function.ensures();
    for (MuExpression condition : function.requires()) {
      contract(condition, Effects.of(condition), MuInstruction.Require::new);
    }
    out.beginBody();
    if (!block(function.body())) {
      giveBack(Optional.empty(), function.body().end());
    }
  }

  private interface Held {
    MuInstruction at(
        MuInstruction.Origin origin, MuExpression written, Formula condition, int next);
  }

  /// The parts of a conjunction that calls something are conditions of their own, so that a fault
  /// names the one that failed.
  private void contract(MuExpression condition, Effects effects, Held held) {
    if (condition instanceof MuExpression.Binary it
        && it.operator() == MuOperator.AND
        && effects.in(it)) {
      contract(it.left(), effects, held);
      contract(it.right(), effects, held);
      return;
    }
    lowering.beginStatement();
    Formula formula = lowering.formula(condition);
    out.add(condition.place(), (origin, _, next) -> held.at(origin, condition, formula, next));
  }

  private void contracts(MuInstruction.Contract contract, List<MuExpression> conditions) {
    for (MuExpression condition : conditions) {
      contract(
          condition,
          Effects.of(condition),
          (origin, written, formula, next) ->
              new MuInstruction.Check(origin, contract, written, formula, next));
    }
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
      case MuStatement.Assign it -> assignments.assign(it.name(), it.value(), it.place());
      case MuStatement.SetElement it ->
          assignments.setElement(it.list(), it.index(), it.value(), it.place());
      case MuStatement.SetField it -> assignments.setField(it.target(), it.value(), it.place());
      case MuStatement.Update it -> assignments.update(it);
      case MuStatement.Unpack it -> matching.unpack(it.parts(), lowering.named(it.value()));
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
        giveBack(it.value(), it.place());
        return true;
      }
      case MuStatement.Break it -> {
        leave(it);
        return true;
      }
      case MuStatement.Continue _ -> {
        out.jump(loops.getFirst().next);
        return true;
      }
      case MuStatement.If it -> {
        return branch(it);
      }
      case MuStatement.Match it -> {
        return match(it);
      }
      case MuStatement.While it -> {
        return repeat(it);
      }
      case MuStatement.Walk it -> {
        Formula list = lowering.formula(it.list());
        Place head = it.namePlace().to(it.list().place());
        out.add(
            head, (origin, _, next) -> new MuInstruction.StartWalk(origin, it.name(), list, next));
        turns(it.name(), it.namePlace(), it.parts(), it.invariants(), it.body(), head);
      }
      case MuStatement.Count it -> {
        List<Formula> bounds = lowering.formulas(List.of(it.from(), it.to()));
        Place head = it.namePlace().to(it.to().place());
        out.add(
            head,
            (origin, _, next) ->
                new MuInstruction.StartRange(
                    origin, it.name(), bounds.getFirst(), bounds.getLast(), next));
        turns(it.name(), it.namePlace(), Optional.empty(), it.invariants(), it.body(), head);
      }
    }
    return false;
  }

  private void add(MuStatement statement, Assembler.Made made) {
    out.add(statement.place(), made);
  }

  /// The result is bound to `result` where conditions on it follow.
  private void giveBack(Optional<MuExpression> value, Place place) {
    Optional<MuExpression> given = value;
    if (!ensures.isEmpty()) {
      if (value.isPresent()) {
        lowering.into(MuFunction.RESULT, value.get(), place);
        given = Optional.of(new MuExpression.Name(MuFunction.RESULT, value.get().place()));
      }
      contracts(MuInstruction.Contract.ENSURES, ensures);
      lowering.beginStatement();
    }
    Optional<Formula> formula = given.map(lowering::formula);
    out.add(place, (origin, _, _) -> new MuInstruction.Return(origin, formula));
  }

  private void leave(MuStatement.Break it) {
    Loop loop = loops.getFirst();
    loop.left = true;
    loop.variable.ifPresent(
        name -> add(it, (origin, _, next) -> new MuInstruction.Break(origin, name, next)));
    out.jump(loop.end);
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

  private boolean match(MuStatement.Match it) {
    Label end = new Label();
    boolean[] ends = {true};
    List<Matching.Way> ways =
        it.arms().stream().map(arm -> new Matching.Way(arm.pattern(), arm.guard())).toList();
    matching.arms(
        it.subject(),
        ways,
        i -> {
          if (!block(it.arms().get(i).body())) {
            ends[0] = false;
            out.jump(end);
          }
        });
    out.place(end);
    return ends[0];
  }

  private boolean repeat(MuStatement.While it) {
    Label head = new Label();
    Label body = new Label();
    Label end = new Label();
    Loop loop = new Loop(Optional.empty(), head, end);
    out.place(head);
    contracts(MuInstruction.Contract.INVARIANT, it.invariants());
    lowering.beginStatement();
    lowering.condition(MuInstruction.Kind.WHILE, it.condition(), body, end);
    out.place(body);
    loops.push(loop);
    if (!block(it.body())) {
      out.jump(head);
    }
    loops.pop();
    out.place(end);
    return it.forever() && !loop.left;
  }

  private void turns(
      String variable,
      Place namePlace,
      Optional<MuPattern> parts,
      List<MuExpression> invariants,
      MuBlock body,
      Place head) {
    Label turn = new Label();
    Label first = new Label();
    Label end = new Label();
    out.place(turn);
    out.add(
        head,
        (origin, sites, _) ->
            new MuInstruction.Turn(origin, variable, sites.of(first), sites.of(end)));
    out.place(first);
    parts.ifPresent(it -> matching.unpack(it, new MuExpression.Name(variable, namePlace)));
    contracts(MuInstruction.Contract.INVARIANT, invariants);
    loops.push(new Loop(Optional.of(variable), turn, end));
    if (!block(body)) {
      out.jump(turn);
    }
    loops.pop();
    out.place(end);
  }
}
