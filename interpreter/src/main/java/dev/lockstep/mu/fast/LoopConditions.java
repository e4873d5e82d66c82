package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the conditions of `while` loops say of the ints that their bodies use.
///
/// A condition holds on every way that has come through it and has not given its variable a value
/// since. What it is compared with may change meanwhile: all values that it ever has count.
final class LoopConditions {
  private final TypedFunction function;
  private final Map<Integer, Set<Limit>> before = new HashMap<>(); // by site, where it is reached
  private final IdentityHashMap<Term, Set<Limit>> limits = new IdentityHashMap<>();
  private final Set<String> bounds = new HashSet<>();

  /// A variable compared with a literal, a variable or a length.
  record Limit(String variable, MuOperator operator, Term bound) {
    /// The ints that compare so with one of `bounds`.
    Interval of(Interval bounds) {
      Interval one = Interval.of(1);
      return switch (operator) {
        case LESS -> new Interval(Interval.LONG.low(), bounds.minus(one).high());
        case LESS_OR_EQUAL -> new Interval(Interval.LONG.low(), bounds.high());
        case GREATER -> new Interval(bounds.plus(one).low(), Interval.LONG.high());
        case GREATER_OR_EQUAL -> new Interval(bounds.low(), Interval.LONG.high());
        case EQUAL -> bounds;
        default -> Interval.LONG;
      };
    }
  }

  private LoopConditions(TypedFunction function) {
    this.function = function;
  }

  static LoopConditions of(TypedFunction function) {
    LoopConditions conditions = new LoopConditions(function);
    if (function.instructions().stream().anyMatch(LoopConditions::isHead)) {
      conditions.follow();
      conditions.note();
    }
    return conditions;
  }

  /// What holds of the variable that `term` is, where it stands.
  Set<Limit> limits(Term term) {
    return limits.getOrDefault(term, Set.of());
  }

  /// Whether a condition bounds something by the variable.
  boolean isBound(String variable) {
    return bounds.contains(variable);
  }

  private static boolean isHead(MuInstruction instruction) {
    return instruction instanceof MuInstruction.Branch it && it.kind() == MuInstruction.Kind.WHILE;
  }

  /// Finds what holds before each instruction: what holds on all ways to it.
  private void follow() {
    Map<Integer, MuInstruction> instructions = new HashMap<>();
    function.instructions().forEach(it -> instructions.put(it.site(), it));
    Deque<Integer> open = new ArrayDeque<>();
    reach(function.instructions().getFirst().site(), Set.of(), open);
    while (!open.isEmpty()) {
      MuInstruction instruction = instructions.get(open.pop());
      if (instruction != null) { // no code stands behind a loop without end
        leave(instruction, open);
      }
    }
  }

  private void leave(MuInstruction instruction, Deque<Integer> open) {
    Set<Limit> after = new HashSet<>(before.get(instruction.site()));
    switch (instruction) {
      case MuInstruction.Branch it -> {
        reach(it.otherwise(), after, open);
        if (isHead(it)) {
          add(function.terms(it.site()).getFirst(), after);
        }
        reach(it.then(), after, open);
      }
      case MuInstruction.Turn it -> {
        forget(it.variable(), after);
        reach(it.next(), after, open);
        reach(it.body(), after, open);
      }
      case MuInstruction.Return _ -> {}
      default -> {
        Flow.bound(instruction).ifPresent(it -> forget(it, after));
        reach(FunctionBody.next(instruction), after, open);
      }
    }
  }

  private static void forget(String variable, Set<Limit> after) {
    after.removeIf(it -> it.variable().equals(variable));
  }

  private void reach(int site, Set<Limit> holding, Deque<Integer> open) {
    Set<Limit> known = before.get(site);
    if (known == null) {
      before.put(site, new HashSet<>(holding));
      open.push(site);
    } else if (known.retainAll(holding)) {
      open.push(site);
    }
  }

  /// Adds what a condition says that holds.
  private void add(Term condition, Set<Limit> after) {
    switch (condition) {
      case Term.Shortcut it when !it.when() -> {
        add(it.left(), after);
        add(it.right(), after);
      }
      case Term.Comparison it when it.operands() instanceof Kind.Int -> {
        limit(it.left(), it.operator(), it.right()).ifPresent(after::add);
        mirrored(it.operator())
            .flatMap(operator -> limit(it.right(), operator, it.left()))
            .ifPresent(after::add);
      }
      default -> {} // says nothing of ints, or not surely
    }
  }

  private Optional<Limit> limit(Term variable, MuOperator operator, Term bound) {
    if (!(variable instanceof Term.Variable(String name, _))) {
      return Optional.empty();
    }
    return switch (bound) {
      case Term.Variable(String other, _) -> {
        bounds.add(other);
        yield Optional.of(new Limit(name, operator, bound));
      }
      case Term.Int _, Term.Length _ -> Optional.of(new Limit(name, operator, bound));
      default -> Optional.empty();
    };
  }

  /// The operator that says the same with its sides exchanged.
  private static Optional<MuOperator> mirrored(MuOperator operator) {
    return switch (operator) {
      case LESS -> Optional.of(MuOperator.GREATER);
      case LESS_OR_EQUAL -> Optional.of(MuOperator.GREATER_OR_EQUAL);
      case GREATER -> Optional.of(MuOperator.LESS);
      case GREATER_OR_EQUAL -> Optional.of(MuOperator.LESS_OR_EQUAL);
      case EQUAL -> Optional.of(MuOperator.EQUAL);
      default -> Optional.empty();
    };
  }

  private void note() {
    for (MuInstruction instruction : function.instructions()) {
      Set<Limit> holding = before.getOrDefault(instruction.site(), Set.of());
      if (!holding.isEmpty()) {
        function.terms(instruction.site()).forEach(it -> note(it, holding));
      }
    }
  }

  private void note(Term term, Set<Limit> holding) {
    switch (term) {
      case Term.Variable it -> {
        Set<Limit> own = new HashSet<>(holding);
        own.removeIf(limit -> !limit.variable().equals(it.name()));
        if (!own.isEmpty()) {
          limits.put(it, own);
        }
      }
      case Term.Element it -> notes(List.of(it.list(), it.index()), holding);
      case Term.Length it -> note(it.list(), holding);
      case Term.Negative it -> note(it.operand(), holding);
      case Term.Not it -> note(it.operand(), holding);
      case Term.Compound it -> notes(List.of(it.left(), it.right()), holding);
      case Term.Comparison it -> notes(List.of(it.left(), it.right()), holding);
      case Term.Shortcut it -> notes(List.of(it.left(), it.right()), holding);
      case Term.Int _, Term.Bool _ -> {}
    }
  }

  private void notes(List<Term> terms, Set<Limit> holding) {
    terms.forEach(it -> note(it, holding));
  }
}
