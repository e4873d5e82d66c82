package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.List;
import java.util.Optional;

/// Names and types of the expressions of one function. A type is empty where the expression is
/// wrong, and nothing more is said about what depends on it.
final class ExpressionChecker {
  static final MuType INT = new MuType.Int();
  static final MuType BOOL = new MuType.Bool();
  static final MuType TEXT = new MuType.Text();

  private final Signatures signatures;
  private final Scope scope;
  private final Findings findings;
  private final PatternChecker patterns;
  private final CallChecker calls;
  private final RecordChecker records;
  private final LiteralChecker literals;
  private final OperatorChecker operators;
  private final ArmsChecker arms;
  private final Openness openness = new Openness();

  ExpressionChecker(
      String function,
      Signatures signatures,
      Scope scope,
      Declarations declarations,
      Findings findings) {
    this.signatures = signatures;
    this.scope = scope;
    this.findings = findings;
    this.patterns = new PatternChecker(signatures, declarations, findings);
    this.calls = new CallChecker(function, signatures, findings, this);
    this.records = new RecordChecker(signatures, findings, this);
    this.literals = new LiteralChecker(findings, this);
    this.operators = new OperatorChecker(findings, this);
    this.arms = new ArmsChecker(signatures, findings);
  }

  /// Whether `expression` has the type `wanted`, or has been complained of.
  void expect(MuExpression expression, MuType wanted) {
    hold(expression, type(expression, Optional.of(wanted)), wanted, "");
  }

  void expectCondition(MuExpression expression) {
    hold(expression, type(expression, Optional.of(BOOL)), BOOL, "Compare it, as in `x != 0`.");
  }

  /// As `expect`, where something is wanted.
  void value(MuExpression expression, Optional<MuType> wanted) {
    wanted.ifPresentOrElse(
        type -> expect(expression, type), () -> type(expression, Optional.empty()));
  }

  /// Complains unless the type of `expression`, which is `found`, is `wanted`.
  void hold(MuExpression expression, Optional<MuType> found, MuType wanted, String hint) {
    if (found.isPresent() && !found.get().equals(wanted)) {
      String message = "expected `" + wanted.print() + "`, found `" + found.get().print() + "`";
      if (hint.isEmpty()) {
        findings.error(MuProblem.TYPE, expression.place(), message);
      } else {
        findings.error(MuProblem.TYPE, expression.place(), message, hint);
      }
    }
  }

  /// The type of `expression`; `context` is what its surroundings want, for `[]`, `{}` and `none`.
  Optional<MuType> type(MuExpression expression, Optional<MuType> context) {
    return switch (expression) {
      case MuExpression.Int _ -> Optional.of(INT);
      case MuExpression.Bool _ -> Optional.of(BOOL);
      case MuExpression.Text _ -> Optional.of(TEXT);
      case MuExpression.Name(String name, Place place) -> name(name, place);
      case MuExpression.ListOf it -> literals.list(it, context);
      case MuExpression.SetOf it -> literals.set(it, context);
      case MuExpression.MapOf it -> literals.map(it, context);
      case MuExpression.None(Place place) -> literals.none(place, context);
      case MuExpression.TupleOf it -> literals.tuple(it, context);
      case MuExpression.Index it -> index(it);
      case MuExpression.Part it -> records.part(it);
      case MuExpression.Field it -> records.field(it);
      case MuExpression.Make it -> records.make(it);
      case MuExpression.With it -> records.with(it);
      case MuExpression.Prefix(MuExpression.Sign sign, MuExpression operand, _) -> {
        MuType type =
            switch (sign) {
              case MINUS -> INT;
              case NOT -> BOOL;
            };
        expect(operand, type);
        yield Optional.of(type);
      }
      case MuExpression.Binary it -> operators.binary(it);
      case MuExpression.Choice it -> {
        expectCondition(it.condition());
        yield common(List.of(it.then(), it.otherwise()), context);
      }
      case MuExpression.Match it -> match(it, context);
      case MuExpression.Call it -> calls.value(it, context);
    };
  }

  /// A call for its effect.
  void effect(MuExpression.Call it) {
    calls.call(it, Optional.empty());
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

  /// What a `for` over `walked` visits: elements, or the keys of a map.
  Optional<MuType> visited(MuExpression walked) {
    Optional<MuType> type = type(walked, Optional.empty());
    if (type.isEmpty()) {
      return type;
    }
    return switch (type.get()) {
      case MuType.ListOf(MuType element) -> Optional.of(element);
      case MuType.SetOf(MuType element) -> Optional.of(element);
      case MuType.MapOf(MuType key, _) -> Optional.of(key);
      case MuType other -> {
        findings.error(
            MuProblem.TYPE,
            walked.place(),
            "expected a list, found `" + other.print() + "`",
            "A `for` walks lists, maps, sets and ranges such as `0..n`.");
        yield Optional.empty();
      }
    };
  }

  private Optional<MuType> name(String name, Place place) {
    Optional<Scope.Variable> variable = variable(name, place, "let");
    variable.ifPresent(Scope.Variable::read);
    return variable.flatMap(Scope.Variable::type);
  }

  /// The variable of this name, which is written; complains once a function where there is none.
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

  /// The one type of expressions that stand for each other.
  @SuppressWarnings("ReferenceEquality") // this very expression has its type already
  Optional<MuType> common(List<MuExpression> expressions, Optional<MuType> context) {
    Optional<MuType> wanted = context;
    Optional<MuExpression> first = Optional.empty();
    if (wanted.isEmpty()) {
      first = Optional.of(openness.decisive(expressions));
      wanted = type(first.get(), Optional.empty());
    }
    for (MuExpression expression : expressions) {
      if (first.isEmpty() || expression != first.get()) {
        value(expression, wanted);
      }
    }
    return wanted;
  }

  /// Complains of a type that no value may have.
  Optional<MuType> sound(Optional<? extends MuType> type, Place place) {
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (TypeRules.depth(type.get(), signatures) > MuType.DEEPEST) {
      findings.error(
          MuProblem.NESTING, place, "expected types nested at most " + MuType.DEEPEST + " deep");
      return Optional.empty();
    }
    Optional<MuType> changing = TypeRules.changingKey(type.get(), signatures);
    if (changing.isPresent()) {
      findings.error(
          MuProblem.TYPE,
          place,
          "expected keys that never change, found `" + changing.get().print() + "`",
          "Keys are ints, bools, texts, and tuples, records and options of such.");
      return Optional.empty();
    }
    return Optional.of(type.get());
  }

  private Optional<MuType> index(MuExpression.Index it) {
    Optional<MuType> type = type(it.list(), Optional.empty());
    if (type.isPresent()) {
      switch (type.get()) {
        case MuType.MapOf(MuType key, MuType value) -> {
          expect(it.index(), key);
          return Optional.of(value);
        }
        case MuType.Text _ -> {
          expect(it.index(), INT);
          return type;
        }
        case MuType.ListOf(MuType element) -> {
          expect(it.index(), INT);
          return Optional.of(element);
        }
        case MuType other ->
            findings.error(
                MuProblem.TYPE,
                it.list().place(),
                "expected a list, found `" + other.print() + "`");
      }
    }
    type(it.index(), Optional.of(INT));
    return Optional.empty();
  }

  private Optional<MuType> match(MuExpression.Match it, Optional<MuType> context) {
    Optional<MuType> subject = type(it.subject(), Optional.empty());
    Optional<MuType> wanted = context;
    for (int i = 0; i < it.arms().size(); i++) {
      MuExpression.Arm arm = it.arms().get(i);
      scope.beginBlock();
      patterns.declare(arm.pattern(), subject, Scope.Kind.PART);
      arm.guard().ifPresent(this::guard);
      if (wanted.isPresent()) {
        value(arm.value(), wanted);
      } else if (!openness.isOpen(arm.value()) || i == it.arms().size() - 1) {
        wanted = type(arm.value(), Optional.empty());
      }
      scope.endBlock();
    }
    // Arms before the first one that shows its type.
    if (context.isEmpty() && wanted.isPresent()) {
      for (MuExpression.Arm arm : it.arms()) {
        if (!openness.isOpen(arm.value())) {
          break;
        }
        value(arm.value(), wanted);
      }
    }
    List<Exhaustive.Way> ways =
        it.arms().stream()
            .map(arm -> new Exhaustive.Way(arm.pattern(), arm.guard().isPresent()))
            .toList();
    arms.check(ways, subject, it.place());
    return wanted;
  }

  /// Declares the names of `let (a, b)` or of `for (a, b)`.
  void unpack(MuPattern pattern, Optional<MuType> type, Scope.Kind kind) {
    patterns.declare(pattern, type, kind);
  }

  /// A condition behind a pattern.
  void guard(MuExpression condition) {
    signatures.guard(condition);
    expectCondition(condition);
  }
}
