package dev.lockstep.execute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.RunSink;
import dev.lockstep.model.JsonFields;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.SequenceModel;
import dev.lockstep.neural.SequenceSpec;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Spelt;
import java.util.List;

/// A stored scratchpad model, ready to execute. Owns the network; `close` frees it.
public final class ScratchpadExecutor<C, D> implements Executor<C, D>, AutoCloseable {
  private final Scribe<C, D> scribe;
  private final Runnable release;

  /// Throws `ModelFileError` where the model is none for this notation.
  public ScratchpadExecutor(StoredModel stored, Spelt<C, D> spelt, Hardware hardware) {
    if (!(stored.card().kind() instanceof ModelKind.Scratchpad scratchpad)) {
      throw new ModelFileError(
          stored.directory()
              + ": a "
              + stored.card().kind().name()
              + " model, expected a scratchpad one");
    }
    Notation<C, D> notation = spelt.notation();
    JsonFields fields = new JsonFields(stored.directory() + ": notation", scratchpad.notation());
    if (!fields.texts("tokens").equals(notation.vocabulary().words())) {
      throw new ModelFileError(stored.directory() + ": made for a program of other tokens");
    }
    try {
      switch (scratchpad.network()) {
        case LocalSpec spec -> {
          LocalModel model = LocalModel.of(spec, stored.weights(), hardware);
          TokenWriter writer = new InductiveWriter(notation, new SightNetwork(notation, model));
          this.scribe = new Scribe<>(spelt.machine(), notation, writer);
          this.release = model::close;
        }
        case SequenceSpec spec -> {
          SequenceModel model = SequenceModel.of(spec, stored.weights(), hardware);
          this.scribe = new Scribe<>(spelt.machine(), notation, new FullWriter(notation, model));
          this.release = model::close;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ModelFileError(stored.directory() + ": " + e.getMessage());
    }
  }

  /// How a notation is named in `model.json`.
  public static ObjectNode notation(Notation<?, ?> notation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    notation.vocabulary().words().forEach(node.putArray("tokens")::add);
    return node;
  }

  @Override
  public void run(C start, Budget budget, RunSink<C, D> sink) {
    scribe.run(start, budget, sink);
  }

  @Override
  public void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
    scribe.runAll(starts, budget, sinks);
  }

  @Override
  public void close() {
    release.run();
  }
}
