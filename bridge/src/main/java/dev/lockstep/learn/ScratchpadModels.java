package dev.lockstep.learn;

import dev.lockstep.execute.ScratchpadExecutor;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.model.ModelCard;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.ModelKind;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.Weights;
import dev.lockstep.notation.Spelt;
import dev.lockstep.trace.Versions;
import java.nio.file.Path;

/// Learned scratchpad executors on their way to disk.
public final class ScratchpadModels {
  private ScratchpadModels() {}

  /// Writes what was learned of `program`, read from `source`, as a model directory.
  public static <P> ModelCard write(
      Path directory,
      Language<P, ?, ?> language,
      Source source,
      P program,
      Spelt<?, ?> spelt,
      ScratchpadLearner<?, ?> learner,
      ScratchpadPlan plan,
      ScratchpadFigures figures,
      Hardware hardware) {
    Weights weights = learner.weights();
    ModelCard card =
        new ModelCard(
            new ModelKind.Scratchpad(ScratchpadExecutor.notation(spelt.notation()), learner.spec()),
            language.name(),
            LoopedModels.fileName(source, language.suffix()),
            ProgramHash.of(language, program),
            plan.seed(),
            learner.steps(),
            figures.json(),
            Arithmetic.of(hardware),
            weights.sha256(),
            Versions.current().lockstep());
    ModelDirectory.write(directory, card, weights, source.text());
    return card;
  }
}
