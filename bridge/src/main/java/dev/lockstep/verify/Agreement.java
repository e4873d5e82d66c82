package dev.lockstep.verify;

import dev.lockstep.execute.CellNetwork;
import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.List;

/// Whether a layout tells the machine's steps: runs by its local rule, compared with the machine's.
/// A certificate rests on it, and this much of it is tested.
///
/// @param runs runs compared
/// @param steps steps compared
/// @param parted the runs that differ, in words; none where the layout is right
public record Agreement(long runs, long steps, List<String> parted) {
  /// Nothing compared.
  public static final Agreement NONE = new Agreement(0, 0, List.of());

  public Agreement {
    parted = List.copyOf(parted);
  }

  public boolean holds() {
    return parted.isEmpty();
  }

  /// Runs both on each input.
  public static <C, D> Agreement of(
      Machine<C, D> machine, Layout<C, D> layout, List<Value> inputs, Budget budget) {
    LayoutMachine<C, D> byRule = new LayoutMachine<>(machine, layout, CellNetwork.of(layout::rule));
    List<Verdict<C, D>> verdicts =
        new Verifier<>(machine)
            .verifyAll(
                new Interpreter<>(byRule), inputs.stream().map(machine::start).toList(), budget);
    return new Agreement(
        verdicts.size(),
        verdicts.stream().mapToLong(Verdict::steps).sum(),
        verdicts.stream().filter(it -> !it.exact()).map(Verdict::describe).toList());
  }
}
