package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Calls of functions, of the library and of built-ins.
final class CallChecker {
  private final String function;
  private final Signatures signatures;
  private final Findings findings;
  private final ExpressionChecker expressions;

  CallChecker(
      String function, Signatures signatures, Findings findings, ExpressionChecker expressions) {
    this.function = function;
    this.signatures = signatures;
    this.findings = findings;
    this.expressions = expressions;
  }

  /// What a call gives; `known` is false where the call itself was wrong.
  record Outcome(boolean known, Optional<MuType> type) {
    private static final Outcome WRONG = new Outcome(false, Optional.empty());
    private static final Outcome NOTHING = new Outcome(true, Optional.empty());

    private static Outcome of(MuType type) {
      return new Outcome(true, Optional.of(type));
    }

    private static Outcome of(Optional<? extends MuType> type) {
      return new Outcome(type.isPresent(), type.map(it -> it));
    }
  }

  Optional<MuType> value(MuExpression.Call it, Optional<MuType> context) {
    Outcome outcome = call(it, context);
    if (outcome.known() && outcome.type().isEmpty()) {
      findings.error(
          MuProblem.NO_VALUE,
          it.place(),
          "expected a value, found a call of `" + it.function() + "`, which returns none");
    }
    return outcome.type();
  }

  Outcome call(MuExpression.Call it, Optional<MuType> context) {
    Optional<MuBuiltin> builtin = MuBuiltin.of(it.function());
    if (builtin.isPresent()) {
      return builtin(builtin.get(), it, context);
    }
    signatures.call(function, it.function());
    Optional<MuFunction> called = signatures.find(it.function());
    if (called.isEmpty()) {
      unknown(it);
      it.arguments().forEach(argument -> expressions.type(argument, Optional.empty()));
      return Outcome.WRONG;
    }
    List<MuParameter> parameters = called.get().parameters();
    arity(it, parameters.size());
    TypeRules.Bindings bindings = wanted(called.get(), context);
    for (int i = 0; i < it.arguments().size(); i++) {
      MuExpression argument = it.arguments().get(i);
      if (i < parameters.size()) {
        argument(argument, parameters.get(i).type(), bindings);
      } else {
        expressions.type(argument, Optional.empty());
      }
    }
    Optional<MuType> result = called.get().result().map(bindings::in);
    boolean open = result.filter(TypeRules.Bindings::open).isPresent();
    boolean generic = called.get().result().filter(TypeRules.Bindings::open).isPresent();
    return open && generic && signatures.own(function).isPresent()
        ? Outcome.WRONG
        : new Outcome(true, result);
  }

  /// What the surroundings of a call say of its type variables, so that `fill(n, none)` has a type
  /// where a list is wanted.
  private static TypeRules.Bindings wanted(MuFunction called, Optional<MuType> context) {
    TypeRules.Bindings bindings = new TypeRules.Bindings();
    boolean fits =
        context.isPresent()
            && called.result().filter(it -> bindings.match(it, context.get())).isPresent();
    return fits ? bindings : new TypeRules.Bindings();
  }

  private void argument(MuExpression argument, MuType declared, TypeRules.Bindings bindings) {
    MuType wanted = bindings.in(declared);
    if (!TypeRules.Bindings.open(wanted)) {
      expressions.expect(argument, wanted);
      return;
    }
    Optional<MuType> found = expressions.type(argument, Optional.empty());
    if (found.isPresent() && !bindings.match(wanted, found.get())) {
      findings.error(
          MuProblem.TYPE,
          argument.place(),
          "expected `" + wanted.print() + "`, found `" + found.get().print() + "`",
          "`T` is any type; `O` is one with an order: `int`, `str` and tuples of such.");
    }
  }

  private void unknown(MuExpression.Call it) {
    boolean record = signatures.record(it.function()).isPresent();
    findings.unknown(
        MuProblem.UNKNOWN_FUNCTION,
        it.place(),
        "unknown function `" + it.function() + "`",
        record ? Optional.empty() : Nearest.to(it.function(), signatures.names()),
        record
            ? "Name the fields of the record: `" + it.function() + "(field: …)`."
            : "Write it: `fn " + it.function() + "(…) { … }`.");
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

  private Outcome builtin(MuBuiltin builtin, MuExpression.Call it, Optional<MuType> context) {
    arity(it, builtin.arity());
    if (it.arguments().size() != builtin.arity()) {
      it.arguments().forEach(argument -> expressions.type(argument, Optional.empty()));
      return Outcome.WRONG;
    }
    MuExpression first = it.arguments().getFirst();
    MuExpression last = it.arguments().getLast();
    return switch (builtin) {
      case LEN -> {
        among(first, "a list", CallChecker::isLong);
        yield Outcome.of(ExpressionChecker.INT);
      }
      case POP -> {
        signatures.effect(function);
        yield Outcome.of(expressions.element(first));
      }
      case PUSH -> {
        signatures.effect(function);
        expressions.value(last, among(first, "a list", CallChecker::element));
        yield Outcome.NOTHING;
      }
      case REMOVE -> {
        signatures.effect(function);
        expressions.value(last, among(first, "a map or a set", CallChecker::key));
        yield Outcome.NOTHING;
      }
      case KEYS ->
          Outcome.of(among(first, "a map or a set", CallChecker::key).map(MuType.ListOf::new));
      case VALUES ->
          Outcome.of(
              among(first, "a map", CallChecker::map)
                  .map(type -> new MuType.ListOf(((MuType.MapOf) type).value())));
      case ITEMS ->
          Outcome.of(
              among(first, "a map", CallChecker::map)
                  .map(type -> new MuType.ListOf(new MuType.TupleOf(type.parts()))));
      case LOOKUP -> {
        Optional<MuType> map = among(first, "a map", CallChecker::map);
        expressions.value(last, map.map(type -> ((MuType.MapOf) type).key()));
        yield Outcome.of(map.flatMap(type -> option(((MuType.MapOf) type).value(), it.place())));
      }
      case SET_OF -> {
        Optional<MuType> wanted =
            context
                .filter(MuType.SetOf.class::isInstance)
                .map(type -> new MuType.ListOf(((MuType.SetOf) type).element()));
        Optional<MuType> list = expressions.type(first, wanted);
        yield Outcome.of(
            expressions.sound(
                list.flatMap(type -> listed(type, first)).map(MuType.SetOf::new), it.place()));
      }
      case SOME -> {
        Optional<MuType> wanted =
            context
                .filter(MuType.Option.class::isInstance)
                .map(type -> ((MuType.Option) type).value());
        yield Outcome.of(expressions.type(first, wanted).flatMap(type -> option(type, it.place())));
      }
      case IS_SOME -> {
        among(first, "an option", CallChecker::held);
        yield Outcome.of(ExpressionChecker.BOOL);
      }
      case UNWRAP -> Outcome.of(among(first, "an option", CallChecker::held));
      case STR -> {
        expressions.type(first, Optional.empty());
        yield Outcome.of(ExpressionChecker.TEXT);
      }
      case INT, ORD -> texts(it, 1, ExpressionChecker.INT);
      case PARSE_INT -> texts(it, 1, new MuType.Option(ExpressionChecker.INT));
      case UPPER, LOWER -> texts(it, 1, ExpressionChecker.TEXT);
      case SUBSTRING -> texts(it, 1, ExpressionChecker.TEXT);
      case CHR -> texts(it, 0, ExpressionChecker.TEXT);
    };
  }

  /// The first `texts` arguments are texts, the others ints.
  private Outcome texts(MuExpression.Call it, int texts, MuType result) {
    for (int i = 0; i < it.arguments().size(); i++) {
      expressions.expect(
          it.arguments().get(i), i < texts ? ExpressionChecker.TEXT : ExpressionChecker.INT);
    }
    return Outcome.of(result);
  }

  /// What `part` takes from the type of `expression`, or a complaint.
  private Optional<MuType> among(
      MuExpression expression, String wanted, Function<MuType, Optional<MuType>> part) {
    Optional<MuType> type = expressions.type(expression, Optional.empty());
    Optional<MuType> found = type.flatMap(part);
    if (type.isPresent() && found.isEmpty()) {
      findings.error(
          MuProblem.TYPE,
          expression.place(),
          "expected " + wanted + ", found `" + type.get().print() + "`");
    }
    return found;
  }

  private Optional<MuType> listed(MuType type, MuExpression expression) {
    Optional<MuType> element =
        type instanceof MuType.ListOf(MuType of) ? Optional.of(of) : Optional.empty();
    if (element.isEmpty()) {
      findings.error(
          MuProblem.TYPE, expression.place(), "expected a list, found `" + type.print() + "`");
    }
    return element;
  }

  private Optional<MuType> option(MuType value, Place place) {
    if (value instanceof MuType.Option) {
      findings.error(
          MuProblem.NESTING,
          place,
          "expected an option of a value, found one of `" + value.print() + "`",
          "An option of an option has no JSON; use a record or `in`.");
      return Optional.empty();
    }
    return Optional.of(new MuType.Option(value));
  }

  private static Optional<MuType> isLong(MuType type) {
    return switch (type) {
      case MuType.ListOf _, MuType.MapOf _, MuType.SetOf _, MuType.Text _ -> Optional.of(type);
      default -> Optional.empty();
    };
  }

  private static Optional<MuType> element(MuType type) {
    return switch (type) {
      case MuType.ListOf(MuType element) -> Optional.of(element);
      case MuType.SetOf(MuType element) -> Optional.of(element);
      default -> Optional.empty();
    };
  }

  private static Optional<MuType> key(MuType type) {
    return switch (type) {
      case MuType.MapOf(MuType key, _) -> Optional.of(key);
      case MuType.SetOf(MuType element) -> Optional.of(element);
      default -> Optional.empty();
    };
  }

  private static Optional<MuType> map(MuType type) {
    return Optional.of(type).filter(MuType.MapOf.class::isInstance);
  }

  private static Optional<MuType> held(MuType type) {
    return type instanceof MuType.Option(MuType value) ? Optional.of(value) : Optional.empty();
  }
}
