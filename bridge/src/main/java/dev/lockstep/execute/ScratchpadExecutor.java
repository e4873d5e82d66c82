package dev.lockstep.execute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Machine;
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
import dev.lockstep.notation.Projected;
import dev.lockstep.notation.Spelt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stored scratchpad model, ready to execute. Owns the network; `close` frees it.
public final class ScratchpadExecutor<C, D> implements Executor<C, D>, AutoCloseable {
  private final Spelt<C, D> spelt;
  private final TokenWriter writer;
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
          this.writer = new InductiveWriter(notation, new SightNetwork(notation, model));
          this.release = model::close;
        }
        case SequenceSpec spec -> {
          SequenceModel model = SequenceModel.of(spec, stored.weights(), hardware);
          this.writer = new FullWriter(notation, model);
          this.release = model::close;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ModelFileError(stored.directory() + ": " + e.getMessage());
    }
    this.spelt = spelt;
    this.scribe = new Scribe<>(spelt.machine(), notation, writer);
  }

  /// What writes the tokens, for verification token by token.
  public TokenWriter writer() {
    return writer;
  }

  /// The network, where it sees visible sets alone: it can be asked about many tokens at once.
  public Optional<TokenNetwork> network() {
    return writer instanceof InductiveWriter(_, TokenNetwork network)
        ? Optional.of(network)
        : Optional.empty();
  }

  /// What verification compares with: the machine's steps as tokens say them.
  public Machine<C, D> truth() {
    return new Projected<>(spelt.machine(), spelt.notation());
  }

  /// What the network says, and what the Java code around it supplies.
  public List<String> shares() {
    List<String> shares = new ArrayList<>();
    shares.add(
        "the network predicts every token: values read and written, where the run goes on, halting"
            + " and failing");
    spelt.notation().supplied().forEach(aid -> shares.add("the host supplies " + aid));
    return List.copyOf(shares);
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
