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
  private final Deque<Loop> loops = new ArrayDeque<>();

  BodyChecker(MuFunction function, Signatures signatures, Findings findings) {
    this.function = function;
    this.signatures = signatures;
    this.findings = findings;
    this.declarations = new Declarations(scope, findings);
    this.expressions =
        new ExpressionChecker(function.name(), signatures, scope, declarations, findings);
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
      case MuStatement.Assign it -> assign(it);
      case MuStatement.SetElement it -> {
        signatures.effect(function.name());
        expressions.value(it.value(), target(it.list(), it.index()));
      }
      case MuStatement.SetField it -> expressions.value(it.value(), field(it.target()));
      case MuStatement.Update it -> update(it);
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
    expressions.exhaustive(ways, subject, it.place());
    return ends;
  }

  /// The type of an element that is changed: one of a list, or the value of a map's key.
  private Optional<MuType> target(MuExpression list, MuExpression index) {
    Optional<MuType> type = expressions.type(list, Optional.empty());
    if (type.isEmpty()) {
      expressions.type(index, Optional.of(ExpressionChecker.INT));
      return type;
    }
    return switch (type.get()) {
      case MuType.ListOf(MuType element) -> {
        expressions.expect(index, ExpressionChecker.INT);
        yield Optional.of(element);
      }
      case MuType.MapOf(MuType key, MuType value) -> {
        expressions.expect(index, key);
        yield Optional.of(value);
      }
      case MuType.Text _ -> {
        findings.error(
            MuProblem.NOT_ASSIGNABLE,
            list.place(),
            "expected a list or a map, found `str`, which never changes",
            "Make a new text with `+` and `substring`.");
        yield Optional.empty();
      }
      case MuType other -> {
        findings.error(
            MuProblem.TYPE, list.place(), "expected a list, found `" + other.print() + "`");
        yield Optional.empty();
      }
    };
  }

  /// The type of a field that is changed. Records are values, so what holds it is set anew.
  private Optional<MuType> field(MuExpression.Field target) {
    Optional<MuType> type = expressions.type(target, Optional.empty());
    holder(target.record());
    return type;
  }

  private void holder(MuExpression holder) {
    switch (holder) {
      case MuExpression.Name(String name, Place place) -> assignable(name, place);
      case MuExpression.Index _ -> signatures.effect(function.name());
      case MuExpression.Field it -> holder(it.record());
      case MuExpression other ->
          findings.error(
              MuProblem.NOT_A_VARIABLE,
              other.place(),
              "expected a variable or an element that holds the record, found a value",
              "Records are values: make a new one by `record with (field: …)`.");
    }
  }

  private void update(MuStatement.Update it) {
    MuExpression sum = new MuExpression.Binary(it.operator(), it.target(), it.value(), it.place());
    switch (it.target()) {
      case MuExpression.Name(String name, Place place) -> {
        Optional<Scope.Variable> variable = assignable(name, place);
        if (variable.isPresent()) {
          boolean read = variable.get().isRead();
          expressions.value(sum, variable.get().type());
          variable.get().setRead(read || Calls.names(it.value()).contains(name));
        } else {
          expressions.type(it.value(), Optional.empty());
        }
      }
      case MuExpression.Index(MuExpression list, MuExpression index, _) -> {
        signatures.effect(function.name());
        target(list, index).ifPresent(type -> expressions.expect(sum, type));
      }
      case MuExpression.Field target -> {
        holder(target.record());
        expressions.type(sum, Optional.empty());
      }
      case MuExpression other -> throw new IllegalStateException("no target: " + other);
    }
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

  private void assign(MuStatement.Assign it) {
    Optional<Scope.Variable> variable = assignable(it.name(), it.namePlace());
    expressions.value(it.value(), variable.flatMap(Scope.Variable::type));
  }

  /// The variable of this name; complains where it may not be assigned.
  private Optional<Scope.Variable> assignable(String name, Place place) {
    Optional<Scope.Variable> variable = expressions.assigned(name, place);
    if (variable.isPresent() && variable.get().kind() != Scope.Kind.VAR) {
      Scope.Kind kind = variable.get().kind();
      findings.error(
          MuProblem.NOT_ASSIGNABLE,
          place,
          "`" + name + "` cannot be assigned: it is " + kind.words(),
          kind == Scope.Kind.LET
              ? "Declare it with `var`."
              : "Copy it into a variable of another name, declared with `var`.",
          variable.get().place(),
          "`" + name + "` is declared here");
    }
    return variable;
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
