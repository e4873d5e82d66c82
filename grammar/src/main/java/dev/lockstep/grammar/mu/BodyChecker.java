package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks one function: its names, types, what may be assigned, and where control goes.
final class BodyChecker {
  private final MuFunction function;
  private final Signatures signatures;
  private final Findings findings;
  private final Scope scope = new Scope();
  private final Declarations declarations;
  private final ExpressionChecker expressions;
  private final AssignmentChecker assignments;
  private final Deque<Loop> loops = new ArrayDeque<>();

  BodyChecker(MuFunction function, Signatures signatures, Findings findings) {
    this.function = function;
    this.signatures = signatures;
    this.findings = findings;
    this.declarations = new Declarations(scope, findings);
    this.expressions =
        new ExpressionChecker(function.name(), signatures, scope, declarations, findings);
    this.assignments = new AssignmentChecker(function.name(), signatures, findings, expressions);
  }

  /// A loop around the statement that is checked.
  private static final class Loop {
    private boolean left;
  }

  void check() {
    for (MuParameter it : function.parameters()) {
      Optional<MuType> type = expressions.sound(Optional.of(it.type()), it.place());
      declarations.declare(it.name(), Scope.Kind.PARAMETER, type, it.place());
    }
    function.result().ifPresent(it -> expressions.sound(Optional.of(it), function.place()));
    function.requires().forEach(expressions::expectCondition);
    ensures();
    boolean ends = block(function.body());
    if (!ends && function.result().isPresent()) {
      findings.error(
          MuProblem.MISSING_RETURN,
          function.body().end(),
          "expected a `return` before the end of `"
              + function.name()
              + "`, found a way that reaches it",
          "Return a value of type `" + function.result().get().print() + "` on every way.");
    }
  }

  /// What the function declares, itself included; after the check.
  List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    symbols.add(
        new Symbol(
            function.name(), Symbol.Kind.FUNCTION, signature(), function.place().span(), ""));
    for (Scope.Variable it : scope.all()) {
      symbols.add(
          new Symbol(
              it.name(),
              it.kind() == Scope.Kind.PARAMETER ? Symbol.Kind.PARAMETER : Symbol.Kind.VARIABLE,
              it.type().map(MuType::print).orElse("?"),
              it.place().span(),
              function.name()));
    }
    return symbols;
  }

  private String signature() {
    String parameters =
        function.parameters().stream()
            .map(it -> it.name() + ": " + it.type().print())
            .collect(Collectors.joining(", "));
    return "fn(" + parameters + ")" + function.result().map(it -> " -> " + it.print()).orElse("");
  }

  private void ensures() {
    if (function.ensures().isEmpty()) {
      return;
    }
    if (function.result().isEmpty()) {
      function.ensures().forEach(expressions::expectCondition);
      return;
    }
    Optional<Scope.Variable> parameter = scope.find(MuFunction.RESULT);
    if (parameter.isPresent()) {
      findings.error(
          MuProblem.NAME_TAKEN,
          parameter.get().place(),
          "`result` is a name already: it is " + Scope.Kind.RESULT.words(),
          "Choose another name.");
      return;
    }
    Scope.Variable result =
        new Scope.Variable(
            MuFunction.RESULT, Scope.Kind.RESULT, function.result(), function.place());
    scope.declare(result);
    function.ensures().forEach(expressions::expectCondition);
    scope.hide(result);
    declarations.reserveResult(function.ensures().getFirst().place());
  }

  /// Whether control never reaches the end of `block`.
  private boolean block(MuBlock block) {
    scope.beginBlock();
    boolean ends = false;
    boolean warned = false;
    for (MuStatement statement : block.statements()) {
      if (ends && !warned) {
        findings.warning(
            MuProblem.UNREACHABLE,
            statement.place(),
            "this is never reached",
            "Remove it, or what returns before it.");
        warned = true;
      }
      ends |= statement(statement);
    }
    scope.endBlock().forEach(this::warnIfUnused);
    return ends;
  }

  private void warnIfUnused(Scope.Variable it) {
    boolean declared =
        switch (it.kind()) {
          case LET, VAR -> true;
          case PARAMETER, LOOP, PART, RESULT -> false;
        };
    if (declared && !it.isRead() && !it.name().startsWith("_")) {
      findings.warning(
          MuProblem.NEVER_READ,
          it.place(),
          "`" + it.name() + "` is never read",
          "Remove it, or begin its name with `_`.");
    }
  }

  /// Whether control never goes on behind `statement`.
  private boolean statement(MuStatement statement) {
    switch (statement) {
      case MuStatement.Declare it -> declaration(it);
      case MuStatement.Assign it -> assignments.assign(it);
      case MuStatement.SetElement it -> assignments.setElement(it);
      case MuStatement.SetField it -> assignments.setField(it);
      case MuStatement.Update it -> assignments.update(it);
      case MuStatement.Unpack it -> unpack(it);
      case MuStatement.Break it -> {
        inLoop(it.place(), "break").ifPresent(loop -> loop.left = true);
        return true;
      }
      case MuStatement.Continue it -> {
        inLoop(it.place(), "continue");
        return true;
      }
      case MuStatement.Match it -> {
        return match(it);
      }
      case MuStatement.Assert it -> expressions.expectCondition(it.condition());
      case MuStatement.Print it -> {
        signatures.effect(function.name());
        expressions.type(it.value(), Optional.empty());
      }
      case MuStatement.Do it -> expressions.effect(it.call());
      case MuStatement.Return it -> {
        giveBack(it);
        return true;
      }
      case MuStatement.If it -> {
        expressions.expectCondition(it.condition());
        boolean thenEnds = block(it.then());
        return it.otherwise().isPresent() && block(it.otherwise().get()) && thenEnds;
      }
      case MuStatement.While it -> {
        it.invariants().forEach(expressions::expectCondition);
        expressions.expectCondition(it.condition());
        Loop loop = new Loop();
        loops.push(loop);
        block(it.body());
        loops.pop();
        return it.forever() && !loop.left;
      }
      case MuStatement.Walk it -> {
        Optional<MuType> element = expressions.visited(it.list());
        scope.beginBlock();
        it.parts()
            .ifPresentOrElse(
                parts -> expressions.unpack(parts, element, Scope.Kind.LOOP),
                () -> declarations.declare(it.name(), Scope.Kind.LOOP, element, it.namePlace()));
        loop(it.invariants(), it.body());
      }
      case MuStatement.Count it -> {
        expressions.expect(it.from(), ExpressionChecker.INT);
        expressions.expect(it.to(), ExpressionChecker.INT);
        scope.beginBlock();
        Optional<MuType> type = Optional.of(ExpressionChecker.INT);
        declarations.declare(it.name(), Scope.Kind.LOOP, type, it.namePlace());
        loop(it.invariants(), it.body());
      }
    }
    return false;
  }

  /// The rest of a `for` whose variables are declared.
  private void loop(List<MuExpression> invariants, MuBlock body) {
    invariants.forEach(expressions::expectCondition);
    loops.push(new Loop());
    block(body);
    loops.pop();
    scope.endBlock();
  }

  private Optional<Loop> inLoop(Place place, String word) {
    if (loops.isEmpty()) {
      findings.error(MuProblem.NO_LOOP, place, "expected a loop around `" + word + "`, found none");
    }
    return Optional.ofNullable(loops.peek());
  }

  private boolean match(MuStatement.Match it) {
    Optional<MuType> subject = expressions.type(it.subject(), Optional.empty());
    boolean ends = !it.arms().isEmpty();
    for (MuStatement.Arm arm : it.arms()) {
      scope.beginBlock();
      expressions.unpack(arm.pattern(), subject, Scope.Kind.PART);
      arm.guard().ifPresent(expressions::guard);
      ends &= block(arm.body());
      scope.endBlock();
    }
    List<Exhaustive.Way> ways =
        it.arms().stream()
            .map(arm -> new Exhaustive.Way(arm.pattern(), arm.guard().isPresent()))
            .toList();
    new ArmsChecker(signatures, findings).check(ways, subject, it.place());
    return ends;
  }

  private void unpack(MuStatement.Unpack it) {
    Optional<MuType> type = it.type();
    if (type.isPresent()) {
      expressions.sound(type, it.place());
      expressions.expect(it.value(), type.get());
    } else {
      type = expressions.type(it.value(), Optional.empty());
    }
    expressions.unpack(it.parts(), type, it.mutable() ? Scope.Kind.VAR : Scope.Kind.LET);
  }

  private void declaration(MuStatement.Declare it) {
    Optional<MuType> type = it.type();
    if (type.isPresent()) {
      expressions.sound(type, it.namePlace());
      expressions.expect(it.value(), type.get());
    } else {
      type = expressions.type(it.value(), Optional.empty());
    }
    declarations.declare(
        it.name(), it.mutable() ? Scope.Kind.VAR : Scope.Kind.LET, type, it.namePlace());
  }

  private void giveBack(MuStatement.Return it) {
    Optional<MuType> wanted = function.result();
    if (it.value().isPresent() && wanted.isPresent()) {
      expressions.expect(it.value().get(), wanted.get());
    } else if (it.value().isPresent()) {
      findings.error(
          MuProblem.UNEXPECTED_RESULT,
          it.value().get().place(),
          "expected nothing after `return`, found a value",
          "Give `" + function.name() + "` a result type: `fn " + function.name() + "(…) -> …`.");
    } else if (wanted.isPresent()) {
      findings.error(
          MuProblem.MISSING_RESULT,
          it.place(),
          "expected a value of type `" + wanted.get().print() + "` after `return`, found nothing");
    }
  }
}
