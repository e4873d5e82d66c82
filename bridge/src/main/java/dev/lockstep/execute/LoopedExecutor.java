package dev.lockstep.execute;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.RunSink;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.ModelFileError;
import java.util.List;

/// A stored looped model, ready to execute. Owns the network; `close` frees it.
public final class LoopedExecutor<C, D> implements Executor<C, D>, AutoCloseable {
  /// What the network says, what the Java code around it supplies, and what breaks without that.
  public static final List<String> SHARES =
      List.of(
          "the network predicts the next content of every cell and of the blank cells around them; a"
              + " content of a Turing machine's tape is symbol, head and state, so there it also"
              + " predicts failing and the halt's state",
          "the host supplies the start, the cut of the cells into windows, blank cells farther out,"
              + " the comparison of two configurations that gives a delta, and when a run is over:"
              + " the list of halt states, or the number of generations",
          "without the blank cells a run is garbled or wrong where it grows; without the list of halt"
              + " states the network is asked on, and its head stays where it is");

  /// The same where a row is what pointers see.
  private static final List<String> POINTER_SHARES =
      List.of(
          "the network predicts the next state, failing and the halt's state included, and for each"
              + " head the symbol that it writes and where it goes",
          "the host supplies the start, the tapes, which cells the heads see, writing and moving as"
              + " the network says, and when a run is over: the list of halt states",
          "without the moved heads the network sees the same cells for ever");

  /// What the network says, and what the host supplies, for a program of this layout.
  public static List<String> shares(Layout<?, ?> layout) {
    return layout.places().isEmpty() ? SHARES : POINTER_SHARES;
  }

  private final LocalModel model;
  private final WindowNetwork network;
  private final LayoutMachine<C, D> machine;

  /// Throws `ModelFileError` where the model is none for this layout's cells.
  ///
  /// @param host the symbolic machine, for all but `next`
  public LoopedExecutor(
      StoredModel stored, Machine<C, D> host, Layout<C, D> layout, Hardware hardware) {
    if (!(stored.card().kind() instanceof ModelKind.Looped looped)) {
      throw new ModelFileError(
          stored.directory()
              + ": a "
              + stored.card().kind().name()
              + " model, expected a looped one");
    }
    WindowShape shape = WindowShape.of(layout);
    if (!looped.contents().equals(layout.contents())
        || looped.blank() != layout.blank()
        || !shape.fits(looped.network())) {
      throw new ModelFileError(
          stored.directory() + ": made for a program of other symbols or states");
    }
    this.model = LocalModel.of(looped.network(), stored.weights(), hardware);
    this.network = new WindowNetwork(shape, model);
    this.machine = new LayoutMachine<>(host, layout, network);
  }

  public WindowNetwork network() {
    return network;
  }

  /// The machine whose `next` is the network.
  public LayoutMachine<C, D> machine() {
    return machine;
  }

  @Override
  public void run(C start, Budget budget, RunSink<C, D> sink) {
    new Interpreter<>(machine).run(start, budget, sink);
  }

  @Override
  public void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
    new Interpreter<>(machine).runAll(starts, budget, sinks);
  }

  @Override
  public void close() {
    model.close();
  }
}
