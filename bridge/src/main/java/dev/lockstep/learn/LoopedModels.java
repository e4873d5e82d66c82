package dev.lockstep.learn;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.model.ModelCard;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.ModelKind;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.Weights;
import dev.lockstep.trace.Versions;
import java.nio.file.Path;

/// Learned looped executors on their way to disk.
public final class LoopedModels {
  private LoopedModels() {}

  /// What `model.json` is to say of a learned model.
  public static ModelCard card(
      Layout<?, ?> layout,
      String language,
      String programFile,
      ProgramHash program,
      LocalModel model,
      LearningPlan plan,
      LoopedFigures figures) {
    return new ModelCard(
        new ModelKind.Looped(layout.contents(), layout.blank(), layout.radius(), model.spec()),
        language,
        programFile,
        program,
        plan.seed(),
        figures.afterCounterexamples().steps(),
        figures.json(),
        Arithmetic.of(model.hardware()),
        model.weights().sha256(),
        Versions.current().lockstep());
  }

  /// Writes what was learned of `program`, read from `source`, as a model directory.
  public static <P, C, D> ModelCard write(
      Path directory,
      Language<P, C, D> language,
      Source source,
      P program,
      LocalModel model,
      LearningPlan plan,
      LoopedFigures figures) {
    Layout<C, D> layout = language.layout(program).orElseThrow();
    Weights weights = model.weights();
    ModelCard card =
        card(
            layout,
            language.name(),
            fileName(source, language.suffix()),
            ProgramHash.of(language, program),
            model,
            plan,
            figures);
    ModelDirectory.write(directory, card, weights, source.text());
    return card;
  }

  static String fileName(Source source, String suffix) {
    Path name = Path.of(source.name()).getFileName();
    String text = name == null ? "" : name.toString();
    return text.endsWith("." + suffix) && !text.startsWith(".") ? text : "program." + suffix;
  }
}
