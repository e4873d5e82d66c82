package dev.lockstep.mu;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an innermost `for` does to lists: which of them may be held open (`OpenLists`) while it
/// runs, and how many cells a turn takes.
///
/// @param open the variables, by name, with the kinds of their elements
/// @param pushed the only variable whose list may change its size, if any does
/// @param most cells that a turn takes
/// @param always whether every turn that begins pushes, and none leaves the loop
record ListPlan(Map<String, Kind> open, Optional<String> pushed, long most, boolean always) {
  static ListPlan of(TypedFunction function, StepPlan plan, int turn) {
    List<MuInstruction> loop = plan.loop(turn);
    Finder finder = new Finder(function, loop);
    Cells cells = new Cells(plan, loop, turn);
    boolean always = finder.pushed.size() == 1 && cells.always();
    return finder.fixed()
        ? new ListPlan(finder.open, finder.pushed.stream().findFirst(), cells.most(), always)
        : new ListPlan(Map.of(), Optional.empty(), cells.most(), false);
  }

  /// Finds the variables that hold one list throughout the loop.
  private static final class Finder {
    private final Map<String, Kind> open = new HashMap<>();
    private final Set<String> pushed = new HashSet<>();
    private boolean elsewhere; // a list that no variable holds changes its size, or one shrinks

    Finder(TypedFunction function, List<MuInstruction> loop) {
      Set<String> bound = new HashSet<>();
      for (MuInstruction instruction : loop) {
        List<Term> terms = function.terms(instruction.site());
        terms.forEach(this::visit);
        switch (instruction) {
          case MuInstruction.Push _ -> push(terms.getFirst());
          case MuInstruction.SetElement _ -> list(terms.getFirst());
          case MuInstruction.Pop it -> {
            elsewhere = true;
            it.variable().ifPresent(bound::add);
          }
          case MuInstruction.Bind it -> bound.add(it.variable());
          case MuInstruction.NewList it -> bound.add(it.variable());
          case MuInstruction.Turn it -> bound.add(it.variable());
          default -> {} // binds nothing
        }
      }
      elsewhere |= pushed.stream().anyMatch(bound::contains);
      open.keySet().removeAll(bound);
    }

    /// Whether nothing but a push to one variable's list changes a size.
    boolean fixed() {
      return !elsewhere && pushed.size() <= 1 && open.keySet().containsAll(pushed);
    }

    private void push(Term list) {
      list(list);
      if (list instanceof Term.Variable(String name, _)) {
        pushed.add(name);
      } else {
        elsewhere = true;
      }
    }

    private void list(Term term) {
      if (term instanceof Term.Variable(String name, Kind.ListOf(Kind element))
          && !(element instanceof Kind.Unknown)) {
        elsewhere |= open.getOrDefault(name, element).getClass() != element.getClass();
        open.put(name, element);
      }
    }

    private void visit(Term term) {
      switch (term) {
        case Term.Element it -> {
          list(it.list());
          visit(it.list());
          visit(it.index());
        }
        case Term.Length it -> list(it.list());
        case Term.Negative it -> visit(it.operand());
        case Term.Not it -> visit(it.operand());
        case Term.Compound it -> {
          visit(it.left());
          visit(it.right());
        }
        case Term.Comparison it -> {
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

  /// Counts cells along the ways through a turn, the last instruction first.
  private static final class Cells {
    private final Map<Integer, Long> most = new HashMap<>();
    private final BitSet pushes = new BitSet();
    private final int turn;
    private boolean leaves;

    Cells(StepPlan plan, List<MuInstruction> loop, int turn) {
      this.turn = turn;
      for (MuInstruction instruction : loop.reversed()) {
        int site = instruction.site();
        long ahead = 0;
        boolean all = true;
        for (int next : plan.successors(site)) {
          boolean inside = next > site && most.containsKey(next);
          ahead = Math.max(ahead, inside ? most.get(next) : 0);
          all &= inside ? pushes.get(next) : site == turn && next != turn;
          leaves |= !inside && next != turn && site != turn;
        }
        most.put(site, own(instruction) + ahead);
        pushes.set(site, instruction instanceof MuInstruction.Push || all);
      }
    }

    private static long own(MuInstruction instruction) {
      return switch (instruction) {
        case MuInstruction.Push _ -> 1;
        case MuInstruction.NewList it -> it.elements().size();
        default -> 0; // takes none; what `pop` gives back does not count in advance
      };
    }

    long most() {
      return most.get(turn);
    }

    boolean always() {
      return pushes.get(turn) && !leaves;
    }
  }
}
