package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.IdentityHashMap;
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
  private final IdentityHashMap<MuExpression, Boolean> openness = new IdentityHashMap<>();

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
      case MuExpression.ListOf it -> list(it, context);
      case MuExpression.SetOf(List<MuExpression> elements, Place place) -> {
        Optional<MuType> wanted =
            context.flatMap(
                type -> type instanceof MuType.SetOf(MuType e) ? Optional.of(e) : Optional.empty());
        yield sound(common(elements, wanted).map(MuType.SetOf::new), place);
      }
      case MuExpression.MapOf it -> map(it, context);
      case MuExpression.None(Place place) -> none(place, context);
      case MuExpression.TupleOf it -> tuple(it, context);
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
      case MuExpression.Binary it -> binary(it);
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
  private Optional<MuType> common(List<MuExpression> expressions, Optional<MuType> context) {
    Optional<MuType> wanted = context;
    Optional<MuExpression> first = Optional.empty();
    if (wanted.isEmpty()) {
      first = Optional.of(decisive(expressions));
      wanted = type(first.get(), Optional.empty());
    }
    for (MuExpression expression : expressions) {
      if (first.isEmpty() || expression != first.get()) {
        value(expression, wanted);
      }
    }
    return wanted;
  }

  /// The first whose type shows without its surroundings.
  private MuExpression decisive(List<MuExpression> expressions) {
    return expressions.stream()
        .filter(it -> !isOpen(it))
        .findFirst()
        .orElseGet(expressions::getFirst);
  }

  /// Whether the type of an expression comes from its surroundings. Asked anew at each level of a
  /// deep expression, so the answers are kept.
  private boolean isOpen(MuExpression expression) {
    return switch (expression) {
      case MuExpression.None _ -> true;
      case MuExpression.ListOf _,
          MuExpression.MapOf _,
          MuExpression.TupleOf _,
          MuExpression.Choice _,
          MuExpression.Match _,
          MuExpression.Call _ -> {
        Boolean known = openness.get(expression);
        if (known == null) {
          known = partsAreOpen(expression);
          openness.put(expression, known);
        }
        yield known;
      }
      default -> false;
    };
  }

  private boolean partsAreOpen(MuExpression expression) {
    return switch (expression) {
      case MuExpression.ListOf(var elements, _) -> elements.stream().allMatch(this::isOpen);
      case MuExpression.MapOf(_, var values, _) -> values.stream().allMatch(this::isOpen);
      case MuExpression.TupleOf(var parts, _) -> parts.stream().anyMatch(this::isOpen);
      case MuExpression.Choice it -> isOpen(it.then()) && isOpen(it.otherwise());
      case MuExpression.Match it -> it.arms().stream().allMatch(arm -> isOpen(arm.value()));
      case MuExpression.Call it ->
          MuBuiltin.of(it.function())
                  .filter(word -> word == MuBuiltin.SOME || word == MuBuiltin.SET_OF)
                  .isPresent()
              && it.arguments().stream().allMatch(this::isOpen);
      default -> false;
    };
  }

  private Optional<MuType> list(MuExpression.ListOf it, Optional<MuType> context) {
    Optional<MuType> wanted =
        context.flatMap(
            type -> type instanceof MuType.ListOf(MuType e) ? Optional.of(e) : Optional.empty());
    if (it.elements().isEmpty()) {
      if (wanted.isEmpty()) {
        unknown(it.place(), "[]", "let xs: [int] = []");
      }
    } else {
      wanted = common(it.elements(), wanted);
    }
    return sound(wanted.map(MuType.ListOf::new), it.place());
  }

  private Optional<MuType> map(MuExpression.MapOf it, Optional<MuType> context) {
    Optional<MuType> key = Optional.empty();
    Optional<MuType> value = Optional.empty();
    if (context.isPresent() && context.get() instanceof MuType.MapOf(MuType k, MuType v)) {
      key = Optional.of(k);
      value = Optional.of(v);
    }
    if (it.keys().isEmpty()) {
      if (key.isEmpty()) {
        unknown(it.place(), "{}", "let ages: {str: int} = {}");
      }
    } else {
      key = common(it.keys(), key);
      value = common(it.values(), value);
    }
    Optional<MuType> values = value;
    return sound(key.flatMap(k -> values.map(v -> new MuType.MapOf(k, v))), it.place());
  }

  private Optional<MuType> none(Place place, Optional<MuType> context) {
    if (context.isEmpty()) {
      unknown(place, "none", "let found: int? = none");
      return Optional.empty();
    }
    if (!(context.get() instanceof MuType.Option)) {
      findings.error(
          MuProblem.TYPE, place, "expected `" + context.get().print() + "`, found `none`");
      return Optional.empty();
    }
    return context;
  }

  private void unknown(Place place, String written, String example) {
    findings.error(
        MuProblem.EMPTY_LIST,
        place,
        "the type of `" + written + "` cannot be known here",
        "Declare a variable with its type: `" + example + "`.");
  }

  private Optional<MuType> tuple(MuExpression.TupleOf it, Optional<MuType> context) {
    List<MuType> wanted =
        context.isPresent()
                && context.get() instanceof MuType.TupleOf(List<MuType> parts)
                && parts.size() == it.parts().size()
            ? parts
            : List.of();
    List<Optional<MuType>> types = new java.util.ArrayList<>();
    for (int i = 0; i < it.parts().size(); i++) {
      MuExpression part = it.parts().get(i);
      types.add(type(part, wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.get(i))));
    }
    return types.stream().allMatch(Optional::isPresent)
        ? sound(
            Optional.of(new MuType.TupleOf(types.stream().map(Optional::get).toList())), it.place())
        : Optional.empty();
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

  private Optional<MuType> binary(MuExpression.Binary it) {
    return switch (it.operator()) {
      case PLUS -> {
        Optional<MuType> left = type(it.left(), Optional.of(INT));
        if (left.isEmpty()) {
          Optional<MuType> right = type(it.right(), Optional.empty());
          yield right.filter(TEXT::equals);
        }
        boolean text = left.get().equals(TEXT);
        hold(it.left(), left, text ? TEXT : INT, "");
        expect(it.right(), text ? TEXT : INT);
        yield Optional.of(text ? TEXT : INT);
      }
      case MINUS, TIMES, DIVIDE, REMAINDER -> operands(it, INT, INT);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        Optional<MuType> left = type(it.left(), Optional.of(INT));
        boolean ordered = left.isPresent() && TypeRules.ordered(left.get());
        hold(it.left(), left, ordered ? left.get() : INT, "");
        expect(it.right(), ordered ? left.get() : INT);
        yield Optional.of(BOOL);
      }
      case AND, OR -> operands(it, BOOL, BOOL);
      case EQUAL, NOT_EQUAL -> {
        common(List.of(it.left(), it.right()), Optional.empty());
        yield Optional.of(BOOL);
      }
      case IN -> {
        in(it);
        yield Optional.of(BOOL);
      }
    };
  }

  private void in(MuExpression.Binary it) {
    Optional<MuType> whole = type(it.right(), Optional.empty());
    Optional<MuType> part = Optional.empty();
    if (whole.isPresent()) {
      part =
          switch (whole.get()) {
            case MuType.ListOf(MuType element) -> Optional.of(element);
            case MuType.SetOf(MuType element) -> Optional.of(element);
            case MuType.MapOf(MuType key, _) -> Optional.of(key);
            case MuType.Text _ -> whole;
            case MuType other -> {
              findings.error(
                  MuProblem.TYPE,
                  it.right().place(),
                  "expected a list, map, set or text, found `" + other.print() + "`");
              yield Optional.empty();
            }
          };
    }
    value(it.left(), part);
  }

  private Optional<MuType> operands(MuExpression.Binary it, MuType wanted, MuType result) {
    expect(it.left(), wanted);
    expect(it.right(), wanted);
    return Optional.of(result);
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
      } else if (!isOpen(arm.value()) || i == it.arms().size() - 1) {
        wanted = type(arm.value(), Optional.empty());
      }
      scope.endBlock();
    }
    // Arms before the first one that shows its type.
    if (context.isEmpty() && wanted.isPresent()) {
      for (MuExpression.Arm arm : it.arms()) {
        if (!isOpen(arm.value())) {
          break;
        }
        value(arm.value(), wanted);
      }
    }
    List<Exhaustive.Way> ways =
        it.arms().stream()
            .map(arm -> new Exhaustive.Way(arm.pattern(), arm.guard().isPresent()))
            .toList();
    exhaustive(ways, subject, it.place());
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

  private static String inexhaustive(MuPattern pattern, List<Exhaustive.Way> arms) {
    String guards =
        arms.stream().anyMatch(Exhaustive.Way::guarded)
            ? " A pattern with a guard (`if`) may leave out what it matches."
            : "";
    String one = pattern instanceof MuPattern.Any ? "" : "`" + pattern.print() + " => …`, or ";
    return "Add " + one + "`_ => …` for all others." + guards;
  }

  /// Complains of values that no pattern matches, and of patterns that are never reached.
  void exhaustive(List<Exhaustive.Way> arms, Optional<MuType> subject, Place place) {
    if (subject.isEmpty() || findings.anyIn(place)) {
      return;
    }
    Exhaustive rules = new Exhaustive(signatures);
    rules
        .leftOut(Exhaustive.certain(arms), subject.get())
        .ifPresent(
            pattern ->
                findings.error(
                    MuProblem.INEXHAUSTIVE,
                    place,
                    "expected a pattern for every value, found none for `" + pattern.print() + "`",
                    inexhaustive(pattern, arms)));
    for (int i = 0; i < arms.size(); i++) {
      List<MuPattern> before = Exhaustive.certain(arms.subList(0, i));
      if (!rules.reached(arms.get(i).pattern(), before, subject.get())) {
        findings.warning(
            MuProblem.UNREACHABLE,
            arms.get(i).pattern().place(),
            "this is never reached",
            "Remove it: the patterns above match all that it matches.");
      }
    }
  }
}
