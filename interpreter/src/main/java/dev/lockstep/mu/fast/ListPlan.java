package dev.lockstep.mu.fast;

import dev.lockstep.mu.code.MuInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an innermost `for` does to lists: which of them may be held open (`OpenLists`) while it
/// runs, and how many cells a turn takes.
///
/// @param open the variables, by name, with the kinds of their elements
/// @param most cells that a turn takes
/// @param pushed what is pushed, if only one variable's list is, and nothing shrinks
record ListPlan(Map<String, Kind> open, long most, Optional<Pushed> pushed) {

  /// How a loop pushes to its one list that grows.
  ///
  /// @param name the variable that holds it
  /// @param most pushes of a turn
  /// @param always whether every turn that begins pushes, and none leaves the loop
  /// @param unseen whether only the loop's end can tell when the list's size is written
  /// @param offsets where every turn pushes once, at its end: the `k` of all indices `i + k` of
  ///   this list, with `i` the variable of the loop
  record Pushed(String name, int most, boolean always, boolean unseen, Set<Integer> offsets) {}

  static ListPlan of(TypedFunction function, StepPlan plan, int turn) {
    List<MuInstruction> loop = plan.loop(turn);
    ListUse use = new ListUse(function, loop);
    Ways cells = new Ways(plan, loop, turn, ListPlan::cells);
    if (!use.fixed()) {
      return new ListPlan(Map.of(), cells.most(), Optional.empty());
    }
    Ways pushes = new Ways(plan, loop, turn, it -> it instanceof MuInstruction.Push ? 1 : 0);
    boolean walks = function.walks(turn);
    Optional<Pushed> pushed =
        use.pushed()
            .map(
                name ->
                    new Pushed(
                        name,
                        Math.toIntExact(pushes.most()),
                        pushes.least() > 0 && !pushes.leaves(),
                        !pushes.leaves() && !walks && use.closed(),
                        pushesLast(plan, loop, turn) && !walks ? use.offsets(name) : Set.of()));
    return new ListPlan(use.open(), cells.most(), pushed);
  }

  private static long cells(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Push _ -> 1;
      case MuInstruction.NewList it -> it.elements().size();
      default -> 0; // takes none; what `pop` gives back does not count in advance
    };
  }

  /// Whether every way back to the turn ends with a push, and no push stands elsewhere.
  private static boolean pushesLast(StepPlan plan, List<MuInstruction> loop, int turn) {
    return loop.stream()
        .filter(it -> it.site() != turn)
        .allMatch(
            it -> it instanceof MuInstruction.Push == plan.successors(it.site()).contains(turn));
  }

  /// Counts along the ways through a turn, the last instruction first.
  private static final class Ways {
    private final Map<Integer, Long> most = new HashMap<>();
    private final Map<Integer, Long> least = new HashMap<>();
    private final int turn;
    private boolean leaves;

    /// What an instruction counts.
    private interface Weight {
      long of(MuInstruction instruction);
    }

    Ways(StepPlan plan, List<MuInstruction> loop, int turn, Weight weight) {
      this.turn = turn;
      for (MuInstruction instruction : loop.reversed()) {
        int site = instruction.site();
        long high = 0;
        long low = Long.MAX_VALUE;
        for (int next : plan.successors(site)) {
          boolean inside = next > site && most.containsKey(next);
          boolean back = next == turn;
          leaves |= !inside && !back && site != turn;
          if (inside || back) {
            high = Math.max(high, inside ? most.get(next) : 0);
            low = Math.min(low, inside ? least.get(next) : 0);
          }
        }
        most.put(site, weight.of(instruction) + high);
        least.put(site, weight.of(instruction) + (low == Long.MAX_VALUE ? 0 : low));
      }
    }

    long most() {
      return most.get(turn);
    }

    long least() {
      return least.get(turn);
    }

    /// Whether a way leaves the loop elsewhere than at the turn.
    boolean leaves() {
      return leaves;
    }
  }
}
