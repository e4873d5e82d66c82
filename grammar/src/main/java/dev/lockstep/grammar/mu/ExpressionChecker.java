package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.List;
import java.util.Optional;

/// Names and types of the expressions of one function. A type is empty where the expression is
/// wrong, and nothing more is said about what depends on it.
final class ExpressionChecker {
  private final String function;
  private final Signatures signatures;
  private final Scope scope;
  private final Findings findings;

  ExpressionChecker(String function, Signatures signatures, Scope scope, Findings findings) {
    this.function = function;
    this.signatures = signatures;
    this.scope = scope;
    this.findings = findings;
  }

  /// Whether `expression` has the type `wanted`, or has been complained of.
  void expect(MuExpression expression, MuType wanted) {
    expect(expression, wanted, "");
  }

  void expectCondition(MuExpression expression) {
    expect(expression, new MuType.Bool(), "Compare it, as in `x != 0`.");
  }

  private void expect(MuExpression expression, MuType wanted, String hint) {
    Optional<MuType> found = type(expression, Optional.of(wanted));
    if (found.isPresent() && !found.get().equals(wanted)) {
      String message = "expected `" + wanted.print() + "`, found `" + found.get().print() + "`";
      if (hint.isEmpty()) {
        findings.error(MuProblem.TYPE, expression.place(), message);
      } else {
        findings.error(MuProblem.TYPE, expression.place(), message, hint);
      }
    }
  }

  /// The type of `expression`; `context` is what its surroundings want, for `[]`.
  Optional<MuType> type(MuExpression expression, Optional<MuType> context) {
    return switch (expression) {
      case MuExpression.Int _ -> Optional.of(new MuType.Int());
      case MuExpression.Bool _ -> Optional.of(new MuType.Bool());
      case MuExpression.Name(String name, Place place) -> name(name, place);
      case MuExpression.ListOf it -> list(it, context);
      case MuExpression.Index it -> {
        Optional<MuType> element = element(it.list());
        expect(it.index(), new MuType.Int());
        yield element;
      }
      case MuExpression.Prefix(MuExpression.Sign sign, MuExpression operand, _) -> {
        MuType type =
            switch (sign) {
              case MINUS -> new MuType.Int();
              case NOT -> new MuType.Bool();
            };
        expect(operand, type);
        yield Optional.of(type);
      }
      case MuExpression.Binary it -> binary(it);
      case MuExpression.Call it -> valueOf(it);
    };
  }

  /// The element type of what has to be a list.
  Optional<MuType> element(MuExpression list) {
    Optional<MuType> type = type(list, Optional.empty());
    if (type.isPresent() && !(type.get() instanceof MuType.ListOf)) {
      findings.error(
          MuProblem.TYPE, list.place(), "expected a list, found `" + type.get().print() + "`");
      return Optional.empty();
    }
    return type.map(it -> ((MuType.ListOf) it).element());
  }

  private Optional<MuType> name(String name, Place place) {
    Optional<Scope.Variable> variable = variable(name, place);
    variable.ifPresent(Scope.Variable::read);
    return variable.flatMap(Scope.Variable::type);
  }

  /// The variable of this name; complains once a function where there is none.
  private Optional<Scope.Variable> variable(String name, Place place) {
    return variable(name, place, "let");
  }

  /// The same for a variable that is written.
  Optional<Scope.Variable> assigned(String name, Place place) {
    return variable(name, place, "var");
  }

  private Optional<Scope.Variable> variable(String name, Place place, String keyword) {
    Optional<Scope.Variable> variable = scope.find(name);
    if (variable.isEmpty() && scope.firstComplaint(name)) {
      String otherwise =
          scope.earlier(name).isPresent()
              ? "It ends with the block it is declared in; declare it before that block."
              : signatures.names().contains(name)
                  ? "Call the function: `" + name + "(…)`."
                  : "Declare it before: `" + keyword + " " + name + " = …`.";
      findings.unknown(
          MuProblem.UNKNOWN_VARIABLE,
          place,
          "unknown variable `" + name + "`",
          Nearest.to(name, scope.names()),
          otherwise);
    }
    return variable;
  }

  private Optional<MuType> list(MuExpression.ListOf it, Optional<MuType> context) {
    Optional<MuType> wanted =
        context.flatMap(
            type -> type instanceof MuType.ListOf(MuType e) ? Optional.of(e) : Optional.empty());
    if (it.elements().isEmpty() && wanted.isEmpty()) {
      findings.error(
          MuProblem.EMPTY_LIST,
          it.place(),
          "the type of `[]` cannot be known here",
          "Declare a variable with its type: `let xs: [int] = []`.");
      return Optional.empty();
    }
    for (MuExpression element : it.elements()) {
      if (wanted.isPresent()) {
        expect(element, wanted.get());
      } else {
        wanted = type(element, Optional.empty());
      }
    }
    if (wanted.isPresent() && wanted.get().depth() >= MuType.DEEPEST) {
      findings.error(
          MuProblem.NESTING,
          it.place(),
          "expected lists nested at most " + MuType.DEEPEST + " deep");
      return Optional.empty();
    }
    return wanted.map(MuType.ListOf::new);
  }

  private Optional<MuType> binary(MuExpression.Binary it) {
    MuType number = new MuType.Int();
    MuType truth = new MuType.Bool();
    return switch (it.operator()) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> operands(it, number, number);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> operands(it, number, truth);
      case AND, OR -> operands(it, truth, truth);
      case EQUAL, NOT_EQUAL -> {
        boolean leftIsEmpty =
            it.left() instanceof MuExpression.ListOf(var elements, _) && elements.isEmpty();
        MuExpression first = leftIsEmpty ? it.right() : it.left();
        MuExpression second = leftIsEmpty ? it.left() : it.right();
        Optional<MuType> type = type(first, Optional.empty());
        if (type.isPresent()) {
          expect(second, type.get());
        } else {
          type(second, Optional.empty());
        }
        yield Optional.of(truth);
      }
    };
  }

  private Optional<MuType> operands(MuExpression.Binary it, MuType wanted, MuType result) {
    expect(it.left(), wanted);
    expect(it.right(), wanted);
    return Optional.of(result);
  }

  private Optional<MuType> valueOf(MuExpression.Call it) {
    Outcome outcome = call(it);
    if (outcome.known() && outcome.type().isEmpty()) {
      findings.error(
          MuProblem.NO_VALUE,
          it.place(),
          "expected a value, found a call of `" + it.function() + "`, which returns none");
    }
    return outcome.type();
  }

  /// What a call gives; `known` is false where the call itself was wrong.
  private record Outcome(boolean known, Optional<MuType> type) {
    static final Outcome WRONG = new Outcome(false, Optional.empty());
  }

  /// A call for its effect.
  void effect(MuExpression.Call it) {
    call(it);
  }

  private Outcome call(MuExpression.Call it) {
    Optional<MuBuiltin> builtin = MuBuiltin.of(it.function());
    if (builtin.isPresent()) {
      return builtin(builtin.get(), it);
    }
    signatures.call(function, it.function());
    Optional<MuFunction> called = signatures.find(it.function());
    if (called.isEmpty()) {
      findings.unknown(
          MuProblem.UNKNOWN_FUNCTION,
          it.place(),
          "unknown function `" + it.function() + "`",
          Nearest.to(it.function(), signatures.names()),
          "Write it: `fn " + it.function() + "(…) { … }`.");
      it.arguments().forEach(argument -> type(argument, Optional.empty()));
      return Outcome.WRONG;
    }
    List<MuParameter> parameters = called.get().parameters();
    arity(it, parameters.size());
    for (int i = 0; i < it.arguments().size(); i++) {
      if (i < parameters.size()) {
        expect(it.arguments().get(i), parameters.get(i).type());
      } else {
        type(it.arguments().get(i), Optional.empty());
      }
    }
    return new Outcome(true, called.get().result());
  }

  private void arity(MuExpression.Call it, int wanted) {
    int found = it.arguments().size();
    if (found != wanted) {
      findings.error(
          MuProblem.ARGUMENTS,
          it.place(),
          "expected "
              + (wanted == 1 ? "1 argument" : wanted + " arguments")
              + " of `"
              + it.function()
              + "`, found "
              + found);
    }
  }

  private Outcome builtin(MuBuiltin builtin, MuExpression.Call it) {
    arity(it, builtin.arity());
    if (it.arguments().size() != builtin.arity()) {
      it.arguments().forEach(argument -> type(argument, Optional.empty()));
      return Outcome.WRONG;
    }
    MuExpression list = it.arguments().getFirst();
    return switch (builtin) {
      case LEN -> {
        element(list);
        yield new Outcome(true, Optional.of(new MuType.Int()));
      }
      case POP -> {
        signatures.effect(function);
        Optional<MuType> element = element(list);
        yield new Outcome(element.isPresent(), element);
      }
      case PUSH -> {
        signatures.effect(function);
        Optional<MuType> element = element(list);
        element.ifPresentOrElse(
            type -> expect(it.arguments().getLast(), type),
            () -> type(it.arguments().getLast(), Optional.empty()));
        yield new Outcome(true, Optional.empty());
      }
    };
  }
}
