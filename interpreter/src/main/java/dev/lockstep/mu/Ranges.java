package dev.lockstep.mu;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Which ints the variables and terms of a function may have, wherever they stand in it, in a run
/// that does not deviate: so that arithmetic that cannot pass 64 bits is not checked, and what fits
/// in a JVM int is one.
///
/// The least fixed point of the assignments, widened so that it is found in a few rounds.
final class Ranges {
  private static final int EXACT_ROUNDS = 3;

  private final TypedFunction function;
  private final boolean narrow;
  private final Map<String, Interval> variables = new HashMap<>();
  private final IdentityHashMap<Term, Interval> known = new IdentityHashMap<>();
  private int round;
  private boolean grown = true;

  private Ranges(TypedFunction function, boolean narrow) {
    this.function = function;
    this.narrow = narrow;
  }

  /// @param narrow whether the bounds of a `for` over ints are JVM ints, or else the run deviates
  static Ranges of(TypedFunction function, boolean narrow) {
    Ranges ranges = new Ranges(function, narrow);
    function.function().parameters().forEach(it -> ranges.variables.put(it.name(), Interval.LONG));
    for (; ranges.grown; ranges.round++) {
      ranges.grown = false;
      ranges.known.clear();
      function.instructions().forEach(ranges::visit);
    }
    return ranges;
  }

  private void visit(MuInstruction instruction) {
    List<Term> terms = function.terms(instruction.site());
    switch (instruction) {
      case MuInstruction.Bind it -> {
        if (terms.getFirst().kind() instanceof Kind.Int) {
          grow(it.variable(), of(terms.getFirst()));
        }
      }
      case MuInstruction.StartRange it -> grow(it.variable(), turns(terms));
      case MuInstruction.StartWalk it -> grow(it.variable(), Interval.LONG);
      case MuInstruction.Pop it -> it.variable().ifPresent(name -> grow(name, Interval.LONG));
      case MuInstruction.Call it -> it.variable().ifPresent(name -> grow(name, Interval.LONG));
      default -> {} // binds no int
    }
  }

  /// The values of the variable of a `for`: below the upper bound.
  private Interval turns(List<Term> bounds) {
    Interval from = bound(bounds.getFirst());
    Interval to = bound(bounds.getLast()).minus(Interval.of(1));
    Interval turns = new Interval(from.low(), to.high());
    return from.isEmpty() || to.isEmpty() || turns.isEmpty() ? Interval.NONE : turns;
  }

  /// The values of a bound of a `for`.
  Interval bound(Term term) {
    return narrow ? of(term).meet(Interval.INT) : of(term);
  }

  private void grow(String variable, Interval values) {
    Interval before = of(variable);
    Interval after = before.join(values);
    if (!after.equals(before)) {
      grown = true;
      known.clear(); // later terms of this round see it
      variables.put(variable, round < EXACT_ROUNDS ? after : after.widened(before));
    }
  }

  /// The values of an int variable; a name that is a truth or a list at other times counts as well.
  Interval of(String variable) {
    return variables.getOrDefault(variable, Interval.NONE);
  }

  /// The values of an int term, within 64 bits.
  Interval of(Term term) {
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
      case Term.Variable(String name, _) -> of(name);
      case Term.Element _ -> Interval.LONG;
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
