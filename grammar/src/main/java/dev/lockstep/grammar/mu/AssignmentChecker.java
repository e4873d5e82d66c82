package dev.lockstep.grammar.mu;

import java.util.Optional;

/// What is changed: variables that may be assigned, elements of lists and maps, fields of records.
final class AssignmentChecker {
  private final String function;
  private final Signatures signatures;
  private final Findings findings;
  private final ExpressionChecker expressions;

  AssignmentChecker(
      String function, Signatures signatures, Findings findings, ExpressionChecker expressions) {
    this.function = function;
    this.signatures = signatures;
    this.findings = findings;
    this.expressions = expressions;
  }

  void assign(MuStatement.Assign it) {
    Optional<Scope.Variable> variable = assignable(it.name(), it.namePlace());
    expressions.value(it.value(), variable.flatMap(Scope.Variable::type));
  }

  void setElement(MuStatement.SetElement it) {
    signatures.effect(function);
    expressions.value(it.value(), target(it.list(), it.index()));
  }

  /// Records are values, so what holds the field is set anew.
  void setField(MuStatement.SetField it) {
    Optional<MuType> type = expressions.type(it.target(), Optional.empty());
    holder(it.target().record());
    expressions.value(it.value(), type);
  }

  void update(MuStatement.Update it) {
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
        signatures.effect(function);
        target(list, index).ifPresent(type -> expressions.expect(sum, type));
      }
      case MuExpression.Field target -> {
        holder(target.record());
        expressions.type(sum, Optional.empty());
      }
      case MuExpression other -> throw new IllegalStateException("no target: " + other);
    }
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

  private void holder(MuExpression holder) {
    switch (holder) {
      case MuExpression.Name(String name, Place place) -> assignable(name, place);
      case MuExpression.Index _ -> signatures.effect(function);
      case MuExpression.Field it -> holder(it.record());
      case MuExpression other ->
          findings.error(
              MuProblem.NOT_A_VARIABLE,
              other.place(),
              "expected a variable or an element that holds the record, found a value",
              "Records are values: make a new one by `record with (field: …)`.");
    }
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
}
