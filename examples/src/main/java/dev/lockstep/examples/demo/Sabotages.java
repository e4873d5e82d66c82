package dev.lockstep.examples.demo;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.Window;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.Weights;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Certifier;
import dev.lockstep.verify.ConfigurationText;
import dev.lockstep.verify.Departure;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One weight's sign flipped, the greatest weights first, until a run goes wrong: the certificate
/// must name the failing window and the run must meet it.
record Sabotages<C, D>(
    Machine<C, D> machine,
    Layout<C, D> layout,
    LocalSpec spec,
    Weights weights,
    Certificate.Subject subject,
    Hardware hardware) {
  private static final int TRIED = 12; // weights of each tensor

  /// The first flip that breaks the run on `input`.
  Optional<TuringFigures.Sabotage> on(Value input, ConfigurationText<C> view) {
    for (String name : weights.tensors().sequencedKeySet().reversed()) {
      HostTensor tensor = weights.tensors().get(name);
      for (int index : greatest(tensor)) {
        Optional<TuringFigures.Sabotage> broken = flip(name, tensor, index, input, view);
        if (broken.isPresent()) {
          return broken;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> greatest(HostTensor tensor) {
    float[] values = tensor.floats();
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
        .limit(TRIED)
        .toList();
  }

  private Optional<TuringFigures.Sabotage> flip(
      String name, HostTensor tensor, int index, Value input, ConfigurationText<C> view) {
    float[] values = tensor.floats();
    values[index] = -values[index];
    Weights changed = weights.with(name, HostTensor.of(tensor.shape(), values));
    try (LocalModel model = LocalModel.of(spec, changed, hardware)) {
      WindowNetwork network = new WindowNetwork(WindowShape.of(layout), model);
      Verdict<C, D> verdict =
          new Verifier<>(machine)
              .verify(
                  new Interpreter<>(new LayoutMachine<>(machine, layout, network)),
                  machine.start(input),
                  Budget.DEFAULT);
      return switch (verdict) {
        case Verdict.Exact<C, D> _ -> Optional.empty();
        case Verdict.Diverged<C, D> diverged ->
            met(network, diverged)
                .map(
                    window ->
                        broken(name + "[" + index + "]", network, window, input, diverged, view));
      };
    }
  }

  /// The first window of the configuration before the wrong step that the network has wrong.
  private Optional<Window> met(WindowNetwork network, Verdict.Diverged<C, D> diverged) {
    Layout.Row row = layout.grown(layout.row(diverged.before()));
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < row.cells().length; i++) {
      windows.add(Window.around(layout, row, i));
    }
    int[] said = network.contents(windows.stream().map(Window::cells).toArray(int[][]::new));
    return IntStream.range(0, said.length)
        .filter(i -> said[i] != layout.rule(windows.get(i).cells()))
        .mapToObj(windows::get)
        .findFirst();
  }

  private TuringFigures.Sabotage broken(
      String weight,
      WindowNetwork network,
      Window window,
      Value input,
      Verdict.Diverged<C, D> diverged,
      ConfigurationText<C> view) {
    Certificate refused = Certifier.certify(layout, network, new LinkedHashMap<>(), subject);
    int said = network.contents(new int[][] {window.cells()})[0];
    return new TuringFigures.Sabotage(
        weight,
        refused.wrong(),
        window.describe(layout),
        layout.contents().get(layout.rule(window.cells())),
        said < 0 ? "nothing" : layout.contents().get(said),
        layout.explain(window.cells()),
        ValueJson.print(input),
        diverged.step(),
        Departure.of(machine, diverged, view).text());
  }
}
