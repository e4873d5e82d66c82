package dev.lockstep.cli;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import java.nio.file.Path;

/// A stored model opened for a program: its network takes the steps.
///
/// @param network what the executor asks; closed with this
record OpenModel<C, D>(StoredModel stored, Executor<C, D> executor, AutoCloseable network)
    implements AutoCloseable {

  /// Reads a model for `loaded`. Throws `ModelFileError`, `WrongProgram` unless any program will
  /// do, and `Misuse` where the network cannot be asked about the program at all.
  static StoredModel read(Path directory, Loaded<?, ?, ?> loaded, boolean anyProgram) {
    StoredModel stored = ModelDirectory.read(directory);
    if (!stored.card().language().equals(loaded.language().name())) {
      throw new Misuse(
          directory
              + ": a model of a "
              + stored.card().language()
              + " program, and "
              + loaded.source().name()
              + " is a "
              + loaded.language().name()
              + " program");
    }
    if (!anyProgram) {
      stored.requireProgram(loaded.source().name(), loaded.hash());
    }
    return stored;
  }

  static <C, D> OpenModel<C, D> open(StoredModel stored, Loaded<?, C, D> loaded) {
    return switch (stored.card().kind()) {
      case ModelKind.Looped looped -> looped(stored, looped, loaded);
      case ModelKind.Scratchpad _ ->
          throw new Misuse(stored.directory() + ": scratchpad models cannot be opened yet");
    };
  }

  private static <C, D> OpenModel<C, D> looped(
      StoredModel stored, ModelKind.Looped looped, Loaded<?, C, D> loaded) {
    Layout<C, D> layout = layout(stored, looped, loaded);
    LocalModel model = LocalModel.of(looped.network(), stored.weights(), Hardware.best());
    WindowNetwork network = new WindowNetwork(WindowShape.of(layout), model);
    return new OpenModel<>(
        stored, new Interpreter<>(new LayoutMachine<>(loaded.machine(), layout, network)), model);
  }

  /// The program's layout, which must be the one that the model was trained on.
  static <P, C, D> Layout<C, D> layout(
      StoredModel stored, ModelKind.Looped looped, Loaded<P, C, D> loaded) {
    return loaded
        .language()
        .layout(loaded.program())
        .filter(
            layout ->
                layout.contents().equals(looped.contents())
                    && layout.blank() == looped.blank()
                    && layout.radius() == looped.radius())
        .orElseThrow(
            () ->
                new Misuse(
                    stored.directory()
                        + ": made for cells with other contents than those of "
                        + loaded.source().name(),
                    "Use the program that it was trained on, or one with the same states and"
                        + " symbols."));
  }

  @Override
  public void close() {
    try {
      network.close();
    } catch (Exception e) {
      throw new IllegalStateException("the network cannot be closed", e);
    }
  }
}
