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
  private final Deque<Loop> loops = new ArrayDeque<>();
  private List<MuExpression> ensures = List.of();

  private MuCompiler(MuProgram program) {
    lowering = new Lowering(out, program);
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
      case MuStatement.Assign it -> assign(it.name(), it.value(), it.place());
      case MuStatement.SetElement it -> setElement(it.list(), it.index(), it.value(), it.place());
      case MuStatement.SetField it -> setField(it.target(), it.value(), it.place());
      case MuStatement.Update it -> update(it);
      case MuStatement.Unpack it -> lowering.unpack(it.parts(), lowering.named(it.value()));
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

  /// The right side may read the variable, so that its parts must not be computed in it.
  private void assign(String name, MuExpression value, Place place) {
    boolean inParts =
        switch (value) {
          case MuExpression.Binary _, MuExpression.Choice _, MuExpression.Match _ ->
              Effects.of(value).in(value);
          default -> false;
        };
    if (!inParts) {
      lowering.into(name, value, place);
      return;
    }
    Formula formula = lowering.formula(value);
    out.add(place, (origin, _, next) -> new MuInstruction.Bind(origin, name, formula, next));
  }

  private void setElement(MuExpression list, MuExpression index, MuExpression value, Place place) {
    List<Formula> parts = lowering.formulas(List.of(list, index, value));
    out.add(
        place,
        (origin, _, next) ->
            new MuInstruction.SetElement(origin, parts.get(0), parts.get(1), parts.get(2), next));
  }

  /// `holder.field = value` is `holder = holder with (field: value)`.
  private void setField(MuExpression.Field target, MuExpression value, Place place) {
    MuExpression.Labelled field = new MuExpression.Labelled(target.name(), value, target.place());
    switch (target.record()) {
      case MuExpression.Name holder ->
          assign(holder.name(), new MuExpression.With(holder, List.of(field), place), place);
      case MuExpression.Index holder -> {
        MuExpression.Index once = once(holder);
        MuExpression changed = new MuExpression.With(once, List.of(field), place);
        setElement(once.list(), once.index(), changed, place);
      }
      case MuExpression.Field holder ->
          setField(holder, new MuExpression.With(holder, List.of(field), place), place);
      case MuExpression other -> throw new IllegalArgumentException("holds no record: " + other);
    }
  }

  private void update(MuStatement.Update it) {
    switch (it.target()) {
      case MuExpression.Name name -> assign(name.name(), sum(it, name), it.place());
      case MuExpression.Index target -> {
        MuExpression.Index once = once(target);
        setElement(once.list(), once.index(), sum(it, once), it.place());
      }
      case MuExpression.Field target -> {
        MuExpression.Field once = (MuExpression.Field) holdsOnce(target);
        setField(once, sum(it, once), it.place());
      }
      case MuExpression other -> throw new IllegalArgumentException("no target: " + other);
    }
  }

  private static MuExpression sum(MuStatement.Update it, MuExpression target) {
    return new MuExpression.Binary(it.operator(), target, it.value(), it.place());
  }

  /// An element whose list and index are evaluated already, so that it can be named twice.
  private MuExpression.Index once(MuExpression.Index element) {
    List<MuExpression> pure = lowering.pure(List.of(element.list(), element.index()));
    return new MuExpression.Index(pure.getFirst(), pure.getLast(), element.place());
  }

  private MuExpression holdsOnce(MuExpression holder) {
    return switch (holder) {
      case MuExpression.Field it ->
          new MuExpression.Field(holdsOnce(it.record()), it.name(), it.place());
      case MuExpression.Index it -> once(it);
      case MuExpression other -> other;
    };
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
    List<Lowering.Way> ways =
        it.arms().stream().map(arm -> new Lowering.Way(arm.pattern(), arm.guard())).toList();
    lowering.arms(
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
    parts.ifPresent(it -> lowering.unpack(it, new MuExpression.Name(variable, namePlace)));
    contracts(MuInstruction.Contract.INVARIANT, invariants);
    loops.push(new Loop(Optional.of(variable), turn, end));
    if (!block(body)) {
      out.jump(turn);
    }
    loops.pop();
    out.place(end);
  }
}
