package dev.lockstep.cli;

import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.execute.ScratchpadExecutor;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.notation.Projected;
import dev.lockstep.notation.Spelt;
import java.nio.file.Path;
import java.util.List;

/// A stored model opened for a program: its network takes the steps.
///
/// @param truth the symbolic machine, in whose steps the executor is to be compared
/// @param shares what the network says, and what the Java code around it supplies
/// @param network what the executor asks; closed with this
record OpenModel<C, D>(
    StoredModel stored,
    Executor<C, D> executor,
    Machine<C, D> truth,
    List<String> shares,
    AutoCloseable network)
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
      case ModelKind.Looped _ -> looped(stored, loaded);
      case ModelKind.Scratchpad _ -> scratchpad(stored, loaded);
    };
  }

  private static <P, C, D> OpenModel<C, D> looped(StoredModel stored, Loaded<P, C, D> loaded) {
    Layout<C, D> layout = layout(stored, loaded);
    LoopedExecutor<C, D> executor =
        new LoopedExecutor<>(stored, loaded.machine(), layout, Hardware.best());
    return new OpenModel<>(
        stored, executor, loaded.machine(), LoopedExecutor.shares(layout), executor);
  }

  private static <C, D> OpenModel<C, D> scratchpad(StoredModel stored, Loaded<?, C, D> loaded) {
    Spelt<C, D> spelt = loaded.spelt();
    ScratchpadExecutor<C, D> executor = new ScratchpadExecutor<>(stored, spelt, Hardware.best());
    return new OpenModel<>(stored, executor, executor.truth(), executor.shares(), executor);
  }

  /// Steps as the tokens of a scratchpad say them.
  static <C, D> Machine<C, D> truth(Spelt<C, D> spelt) {
    return new Projected<>(spelt.machine(), spelt.notation());
  }

  /// The program's layout. Throws `Misuse` where it has none.
  static <P, C, D> Layout<C, D> layout(StoredModel stored, Loaded<P, C, D> loaded) {
    return loaded
        .language()
        .layout(loaded.program())
        .orElseThrow(
            () ->
                new Misuse(
                    stored.directory()
                        + ": a looped model, and the configurations of "
                        + loaded.source().name()
                        + " are not rows of cells"));
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
