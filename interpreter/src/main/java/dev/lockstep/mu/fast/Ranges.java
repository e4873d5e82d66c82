package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.mu.code.MuInstruction;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Which ints the variables and terms of a function may have, wherever they stand in it, in a run
/// that does not deviate: so that arithmetic that cannot pass 64 bits is not checked, and what fits
/// in a JVM int is one.
///
/// The least fixed point of a whole program's assignments, calls and lists (all of them together),
/// widened so that it is found in a few rounds; within the body of a `while`, its condition counts.
///
/// What grows by little things only, like `count + 1`, passes 64 bits after more steps than any run
/// takes here (`Interval.REACHED`).
final class Ranges {
  private static final int EXACT_ROUNDS = 3;
  private static final Interval LITTLE = Interval.of(-(1 << 16), 1 << 16);

  /// The most steps of a run: so many little things do not lead from `Interval.EASY` beyond
  /// `Interval.REACHED`.
  static final long MOST_STEPS = 1L << 44;

  private final TypedFunction function;
  private final Shared shared;
  private final LoopConditions conditions;
  private final Map<String, Interval> variables = new HashMap<>();
  private final IdentityHashMap<Term, Interval> known = new IdentityHashMap<>();
  private Interval result = Interval.NONE;
  private int knownAt;

  private Ranges(TypedFunction function, Shared shared) {
    this.function = function;
    this.shared = shared;
    this.conditions = LoopConditions.of(function);
  }

  /// What the functions of a program share.
  private static final class Shared {
    private final boolean narrow;
    private final Map<String, Ranges> functions = new HashMap<>();
    private Interval elements = Interval.NONE;
    private int round;
    private int growths;

    Shared(boolean narrow) {
      this.narrow = narrow;
    }

    /// What has grown by `values`, widened in later rounds.
    Interval grown(Interval before, Interval values) {
      Interval after = before.join(values);
      if (after.equals(before)) {
        return before;
      }
      growths++;
      return round < EXACT_ROUNDS ? after : after.widened(before);
    }
  }

  /// The ranges of all functions of a program, by name.
  ///
  /// @param main the function that is called with ints of any size
  /// @param narrow whether the bounds of a `for` over ints, and what bounds a `while` in `main` and
  ///   is given to it, are JVM ints, or else the run deviates
  static Map<String, Ranges> of(Collection<TypedFunction> functions, String main, boolean narrow) {
    Shared shared = new Shared(narrow);
    for (TypedFunction function : functions) {
      shared.functions.put(function.function().name(), new Ranges(function, shared));
    }
    Ranges first = shared.functions.get(main);
    for (MuParameter parameter : first.function.function().parameters()) {
      String name = parameter.name();
      first.variables.put(name, first.isNarrowed(name) ? Interval.INT : Interval.LONG);
      if (Kind.of(parameter.type()).isList()) {
        shared.elements = Interval.LONG;
      }
    }
    int before;
    do {
      before = shared.growths;
      functions.forEach(it -> shared.functions.get(it.function().name()).visit());
      shared.round++;
    } while (shared.growths > before);
    return shared.functions;
  }

  /// Whether the parameter of `main` must be given a JVM int.
  boolean isNarrowed(String parameter) {
    return shared.narrow && conditions.isBound(parameter);
  }

  private void visit() {
    function.instructions().forEach(this::visit);
  }

  private void visit(MuInstruction instruction) {
    List<Term> terms = function.terms(instruction.site());
    switch (instruction) {
      case MuInstruction.Bind it -> grow(it.variable(), terms.getFirst());
      case MuInstruction.StartRange it -> grow(it.variable(), turns(terms).easy());
      case MuInstruction.StartWalk it -> grow(it.variable(), shared.elements);
      case MuInstruction.NewList _ -> terms.forEach(this::keep);
      case MuInstruction.SetElement _, MuInstruction.Push _ -> keep(terms.getLast());
      case MuInstruction.Pop it -> it.variable().ifPresent(name -> grow(name, shared.elements));
      case MuInstruction.Call it -> {
        Ranges callee = shared.functions.get(it.function());
        List<MuParameter> parameters = callee.function.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
          if (terms.get(i).kind() instanceof Kind.Int) {
            callee.grow(parameters.get(i).name(), given(terms.get(i)));
          }
        }
        it.variable().ifPresent(name -> grow(name, callee.result));
      }
      case MuInstruction.Return _ -> {
        for (Term term : terms) {
          if (term.kind() instanceof Kind.Int) {
            result = shared.grown(result, given(term));
          }
        }
      }
      default -> {} // binds no int
    }
  }

  /// The values that a variable, a list or a result is given by the term. Those between `EASY` and
  /// the ends of `REACHED` are only what little steps have led to.
  private Interval given(Term term) {
    Interval values = of(term);
    return !values.within(Interval.EASY) && isStep(term)
        ? values.meet(Interval.REACHED)
        : values.easy();
  }

  /// Whether the term is what something else has been given, give or take a little.
  private boolean isStep(Term term) {
    return switch (term) {
      case Term.Compound(MuOperator operator, Term left, Term right) ->
          switch (operator) {
            case PLUS -> isStep(left, right) || isStep(right, left);
            case MINUS -> isStep(left, right);
            default -> false;
          };
      default -> isGiven(term);
    };
  }

  private boolean isStep(Term given, Term by) {
    return isGiven(given) && of(by).within(LITTLE);
  }

  private boolean isGiven(Term term) {
    return switch (term) {
      case Term.Variable(String name, _) -> of(name).within(Interval.REACHED);
      case Term.Element _ -> shared.elements.within(Interval.REACHED);
      default -> false;
    };
  }

  /// A list holds the term's values.
  private void keep(Term term) {
    if (term.kind() instanceof Kind.Int) {
      shared.elements = shared.grown(shared.elements, given(term));
    }
  }

  private void grow(String variable, Term value) {
    if (value.kind() instanceof Kind.Int) {
      grow(variable, given(value));
    }
  }

  private void grow(String variable, Interval values) {
    variables.put(variable, shared.grown(of(variable), values));
  }

  /// The values of the variable of a `for`: below the upper bound.
  private Interval turns(List<Term> bounds) {
    Interval from = bound(bounds.getFirst());
    Interval to = bound(bounds.getLast()).minus(Interval.of(1));
    Interval turns = new Interval(from.low(), to.high());
    return from.isEmpty() || to.isEmpty() || turns.isEmpty() ? Interval.NONE : turns;
  }

  /// The values of a bound of a `for`.
  private Interval bound(Term term) {
    return shared.narrow ? of(term).meet(Interval.INT) : of(term);
  }

  /// The values of an int variable; a name that is a truth or a list at other times counts as well.
  Interval of(String variable) {
    return variables.getOrDefault(variable, Interval.NONE);
  }

  /// The values of what a condition compares with, whenever it does.
  private Interval bounds(Term bound) {
    return bound instanceof Term.Variable(String name, _) ? of(name) : of(bound);
  }

  /// The values of an int term, within 64 bits.
  Interval of(Term term) {
    if (knownAt != shared.growths) {
      known.clear();
      knownAt = shared.growths;
    }
    Interval found = known.get(term);
    if (found == null) {
      found = exact(term).meet(Interval.LONG);
      known.put(term, found);
    }
    return found;
  }

  boolean isSmall(Term term) {
    return of(term).within(Interval.INT);
  }

  /// The values of an int term whose parts are within 64 bits; itself it may be beyond.
  Interval exact(Term term) {
    return switch (term) {
      case Term.Int(long value) -> Interval.of(value);
      case Term.Variable(String name, _) -> {
        Interval values = of(name);
        for (LoopConditions.Limit limit : conditions.limits(term)) {
          values = values.meet(limit.of(bounds(limit.bound())));
        }
        yield values;
      }
      case Term.Element _ -> shared.elements;
      case Term.Length _ -> Interval.of(0, Integer.MAX_VALUE);
      case Term.Negative(Term operand) -> of(operand).negated();
      case Term.Compound it -> {
        Interval left = of(it.left());
        Interval right = of(it.right());
        yield switch (it.operator()) {
          case PLUS -> left.plus(right);
          case MINUS -> left.minus(right);
          case TIMES -> left.times(right);
          case DIVIDE -> left.over(right);
          case REMAINDER -> left.modulo(right);
          case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN ->
              throw new IllegalArgumentException("no arithmetic: " + it.operator().symbol());
        };
      }
      case Term.Truth it -> throw new IllegalArgumentException("no int: " + it);
    };
  }
}
