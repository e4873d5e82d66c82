package dev.lockstep.execute;

import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine whose next step is said by a network, cell by cell: in an `Interpreter` the looped
/// executor.
///
/// The network predicts the next content of every cell of the row and of `radius` blank cells on
/// each side. The host supplies the rest, none of it from the program's rules: the start, the
/// layout, that blank cells farther out stay blank, the comparison of the two rows that gives the
/// delta, and `apply`. The symbolic machine's `next` is never asked.
public final class LayoutMachine<C, D> implements Machine<C, D> {
  private final Machine<C, D> host;
  private final Layout<C, D> layout;
  private final CellNetwork network;

  /// @param host the symbolic machine, for all but `next`
  public LayoutMachine(Machine<C, D> host, Layout<C, D> layout, CellNetwork network) {
    this.host = host;
    this.layout = layout;
    this.network = network;
  }

  @Override
  public Next<D> next(C configuration) {
    return nextAll(List.of(configuration)).getFirst();
  }

  /// The next step of each, with one call of the network for all of them. Equal windows are asked
  /// once.
  @Override
  public List<Next<D>> nextAll(List<C> configurations) {
    Questions questions = new Questions();
    List<Optional<Layout.Row>> rows = new ArrayList<>(configurations.size());
    for (C configuration : configurations) {
      rows.add(
          layout.over(configuration) ? Optional.empty() : Optional.of(layout.row(configuration)));
    }
    rows.forEach(row -> row.ifPresent(questions::add));
    int[] answers = questions.ask();
    List<Next<D>> nexts = new ArrayList<>(configurations.size());
    for (int i = 0; i < configurations.size(); i++) {
      C before = configurations.get(i);
      nexts.add(
          rows.get(i)
              .map(row -> checked(before, questions.rowAfter(row, answers)))
              .orElseGet(Next.Halt::new));
    }
    return nexts;
  }

  /// What the network's row means, once `apply` has accepted it.
  private Next<D> checked(C before, Optional<Layout.Row> after) {
    if (after.isEmpty()) {
      return new Next.Garbled<>("the network's numbers are not numbers");
    }
    Next<D> next = layout.step(before, after.get());
    if (next instanceof Next.Do<D>(D delta, _)) {
      try {
        host.apply(before, delta);
      } catch (IllegalArgumentException e) {
        return new Next.Garbled<>(e.getMessage());
      }
    }
    return next;
  }

  @Override
  public C start(Value input) {
    return host.start(input);
  }

  @Override
  public C apply(C configuration, D delta) {
    return host.apply(configuration, delta);
  }

  @Override
  public Optional<Value> output(C configuration) {
    return host.output(configuration);
  }

  @Override
  public List<String> printed(D delta) {
    return host.printed(delta);
  }

  @Override
  public long cells(C configuration) {
    return host.cells(configuration);
  }

  @Override
  public int depth(C configuration) {
    return host.depth(configuration);
  }

  /// The different windows of some rows, each with its place in the network's batch.
  private final class Questions {
    private final Map<Window, Integer> places = new LinkedHashMap<>();

    /// Asks for every cell that may not be blank one step later.
    void add(Layout.Row row) {
      Layout.Row grown = layout.grown(row);
      for (int i = 0; i < grown.cells().length; i++) {
        places.putIfAbsent(Window.around(layout, grown, i), places.size());
      }
    }

    int[] ask() {
      int[][] windows = places.keySet().stream().map(Window::cells).toArray(int[][]::new);
      return windows.length == 0 ? new int[0] : network.contents(windows);
    }

    /// The row that the answers make; empty where the network said nothing for a cell of it.
    Optional<Layout.Row> rowAfter(Layout.Row row, int[] answers) {
      Layout.Row grown = layout.grown(row);
      int[] after = new int[grown.cells().length];
      for (int i = 0; i < after.length; i++) {
        after[i] = answers[places.get(Window.around(layout, grown, i))];
        if (after[i] == CellNetwork.NOTHING) {
          return Optional.empty();
        }
      }
      return Optional.of(new Layout.Row(grown.first(), grown.top(), grown.width(), after));
    }
  }
}
