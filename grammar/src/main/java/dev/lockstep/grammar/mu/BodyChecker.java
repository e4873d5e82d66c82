package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks one function: its names, types, what may be assigned, and where control goes.
final class BodyChecker {
  private final MuFunction function;
  private final Signatures signatures;
  private final Findings findings;
  private final Scope scope = new Scope();
  private final ExpressionChecker expressions;

  BodyChecker(MuFunction function, Signatures signatures, Findings findings) {
    this.function = function;
    this.signatures = signatures;
    this.findings = findings;
    this.expressions = new ExpressionChecker(function.name(), signatures, scope, findings);
  }

  void check() {
    for (MuParameter it : function.parameters()) {
      declare(it.name(), Scope.Kind.PARAMETER, Optional.of(it.type()), it.place());
    }
    function.requires().forEach(expressions::expectCondition);
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
          case PARAMETER, LOOP -> false;
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
        Optional<MuType> element = expressions.element(it.list());
        expressions.expect(it.index(), new MuType.Int());
        value(it.value(), element);
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
        expressions.expectCondition(it.condition());
        block(it.body());
        return it.forever();
      }
      case MuStatement.Walk it -> {
        Optional<MuType> element = expressions.element(it.list());
        loop(it.name(), element, it.namePlace(), it.body());
      }
      case MuStatement.Count it -> {
        expressions.expect(it.from(), new MuType.Int());
        expressions.expect(it.to(), new MuType.Int());
        loop(it.name(), Optional.of(new MuType.Int()), it.namePlace(), it.body());
      }
    }
    return false;
  }

  private void value(MuExpression value, Optional<MuType> wanted) {
    wanted.ifPresentOrElse(
        type -> expressions.expect(value, type), () -> expressions.type(value, Optional.empty()));
  }

  private void loop(String name, Optional<MuType> type, Place place, MuBlock body) {
    scope.beginBlock();
    declare(name, Scope.Kind.LOOP, type, place);
    block(body);
    scope.endBlock();
  }

  private void declaration(MuStatement.Declare it) {
    Optional<MuType> type = it.type();
    if (type.isPresent()) {
      expressions.expect(it.value(), type.get());
    } else {
      type = expressions.type(it.value(), Optional.empty());
    }
    declare(it.name(), it.mutable() ? Scope.Kind.VAR : Scope.Kind.LET, type, it.namePlace());
  }

  /// A name may be used again in a block beside, but only for the same type: every variable of a
  /// trace has one meaning.
  private void declare(String name, Scope.Kind kind, Optional<MuType> type, Place place) {
    Optional<Scope.Variable> visible = scope.find(name);
    Optional<Scope.Variable> earlier = scope.earlier(name);
    if (visible.isPresent()) {
      findings.error(
          MuProblem.NAME_TAKEN,
          place,
          "`" + name + "` is a name already: it is " + visible.get().kind().words(),
          visible.get().kind() == Scope.Kind.VAR
              ? "Choose another name, or assign without `let` or `var`."
              : "Choose another name.",
          visible.get().place(),
          "`" + name + "` is declared here");
      return;
    }
    Optional<MuType> before = earlier.flatMap(Scope.Variable::type);
    if (before.isPresent() && type.isPresent() && !before.equals(type)) {
      findings.error(
          MuProblem.TWO_TYPES,
          place,
          "expected `"
              + name
              + "` to be `"
              + before.get().print()
              + "` as in the block before, found `"
              + type.get().print()
              + "`",
          "Choose another name: in one function a name has one type.",
          earlier.get().place(),
          "`" + name + "` has its type from here");
    }
    scope.declare(new Scope.Variable(name, kind, type, place));
  }

  private void assign(MuStatement.Assign it) {
    Optional<Scope.Variable> variable = expressions.assigned(it.name(), it.namePlace());
    value(it.value(), variable.flatMap(Scope.Variable::type));
    if (variable.isPresent() && variable.get().kind() != Scope.Kind.VAR) {
      Scope.Kind kind = variable.get().kind();
      findings.error(
          MuProblem.NOT_ASSIGNABLE,
          it.namePlace(),
          "`" + it.name() + "` cannot be assigned: it is " + kind.words(),
          kind == Scope.Kind.LET
              ? "Declare it with `var`."
              : "Copy it into a variable of another name, declared with `var`.",
          variable.get().place(),
          "`" + it.name() + "` is declared here");
    }
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
