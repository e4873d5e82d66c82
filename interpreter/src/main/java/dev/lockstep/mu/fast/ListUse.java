package dev.lockstep.mu.fast;

import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.MuInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which lists the instructions of a loop use, and how.
final class ListUse {
  private static final int MOST_OFFSET = 1 << 16;

  private final Map<String, Kind> open = new HashMap<>();
  private final Set<String> pushed = new HashSet<>();
  private final Set<String> measured = new HashSet<>(); // whose sizes are asked for
  private final Map<String, Set<Integer>> offsets = new HashMap<>(); // by list
  private final String counter;
  private final boolean counts; // whether only the turns bind `counter`
  private boolean elsewhere; // a list that no variable holds changes its size, or one shrinks
  private boolean seen; // sizes are read of lists that no variable holds throughout the loop

  /// Looks at a loop: its first instruction is its turn.
  ListUse(TypedFunction function, List<MuInstruction> loop) {
    Set<String> bound = new HashSet<>();
    this.counter = loop.getFirst() instanceof MuInstruction.Turn it ? it.variable() : "";
    for (MuInstruction instruction : loop) {
      List<Term> terms = function.terms(instruction.site());
      terms.forEach(this::visit);
      switch (instruction) {
        case MuInstruction.Push _ -> push(terms.getFirst());
        case MuInstruction.SetElement _ -> element(terms.get(0), terms.get(1));
        case MuInstruction.Pop _ -> elsewhere = true;
        case MuInstruction.Print _ -> seen |= terms.getFirst().kind().isList();
        default -> {} // changes no size
      }
      Flow.bound(instruction).ifPresent(bound::add);
    }
    counts = !bound.contains(counter);
    bound.add(counter);
    elsewhere |= pushed.stream().anyMatch(bound::contains);
    seen |= bound.stream().anyMatch(open::containsKey) || !pushed.containsAll(measured);
    open.keySet().removeAll(bound);
  }

  /// Whether instructions use any list.
  static boolean any(TypedFunction function, List<MuInstruction> instructions) {
    ListUse use = new ListUse(function, instructions);
    return use.seen || use.elsewhere || !use.open.isEmpty();
  }

  /// The variables that hold one list throughout the loop, with the kinds of its elements.
  Map<String, Kind> open() {
    return open;
  }

  /// Whether nothing but a push to one variable's list changes a size.
  boolean fixed() {
    return !elsewhere && pushed.size() <= 1 && open.keySet().containsAll(pushed);
  }

  /// The variable whose list is pushed to, in a loop that is `fixed`.
  Optional<String> pushed() {
    return pushed.stream().findFirst();
  }

  /// Whether no size is read but of lists that are open, as it was when they were opened; of the
  /// one that is pushed to, as it is.
  boolean closed() {
    return !seen;
  }

  /// The `k` of the indices `counter + k` of this list.
  Set<Integer> offsets(String list) {
    return counts ? offsets.getOrDefault(list, Set.of()) : Set.of();
  }

  /// The `k` of an index `counter + k`.
  static Optional<Integer> offset(Term index, String counter) {
    return switch (index) {
      case Term.Variable(String name, _) when name.equals(counter) -> Optional.of(0);
      case Term.Compound(var operator, Term.Variable(String name, _), Term.Int(long by))
          when name.equals(counter) && Math.abs(by) < MOST_OFFSET ->
          switch (operator) {
            case PLUS -> Optional.of((int) by);
            case MINUS -> Optional.of((int) -by);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private void push(Term list) {
    list(list);
    if (list instanceof Term.Variable(String name, _)) {
      pushed.add(name);
    } else {
      elsewhere = true;
    }
  }

  private void element(Term list, Term index) {
    list(list);
    if (list instanceof Term.Variable(String name, _)) {
      offset(index, counter)
          .ifPresent(it -> offsets.computeIfAbsent(name, _ -> new HashSet<>()).add(it));
    }
  }

  private void list(Term term) {
    if (term instanceof Term.Variable(String name, Kind.ListOf(Kind element))
        && !(element instanceof Kind.Unknown)) {
      elsewhere |= open.getOrDefault(name, element).getClass() != element.getClass();
      open.put(name, element);
    } else {
      seen = true;
    }
  }

  private void visit(Term term) {
    switch (term) {
      case Term.Element it -> {
        element(it.list(), it.index());
        visit(it.list());
        visit(it.index());
      }
      case Term.Length it -> {
        list(it.list());
        visit(it.list());
        if (it.list() instanceof Term.Variable(String name, _)) {
          measured.add(name);
        }
      }
      case Term.Negative it -> visit(it.operand());
      case Term.Not it -> visit(it.operand());
      case Term.Compound it -> {
        visit(it.left());
        visit(it.right());
      }
      case Term.Comparison it -> {
        seen |= it.operands().isList();
        visit(it.left());
        visit(it.right());
      }
      case Term.Shortcut it -> {
        visit(it.left());
        visit(it.right());
      }
      case Term.Int _, Term.Bool _, Term.Variable _ -> {}
    }
  }
}
