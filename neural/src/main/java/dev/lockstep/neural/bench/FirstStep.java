package dev.lockstep.neural.bench;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.engine.TransformerTrainer;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/// A process of its own that takes one training step and says how long that took from its start.
public final class FirstStep {
  private FirstStep() {}

  public static void main(String[] args) {
    TransformerSpec spec = TransformerSpec.decoder(32, 32, 64, 4, 2, new Positions.None());
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        TransformerTrainer trainer =
            new TransformerTrainer(
                model, new TrainingPlan(1, 1, 4, 1e-3, 0, Decay.CONSTANT, 0, 1))) {
      trainer.pool(List.of(Sample.of(new int[32]).withTargets(new int[32])));
      trainer.advance(1);
    }
    long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(System.currentTimeMillis() - begun);
  }

  /// Seconds of wall time from the start of such a process to the end of its first step: with this
  /// one's options, but without vectors, which are slow until they are compiled, and which no
  /// command but the bench asks for.
  public static double measure() throws IOException, InterruptedException {
    String said = Child.javaWithoutVectors(FirstStep.class, 1);
    if (!said.matches("\\d+")) {
      throw new IOException("the process for the first step failed");
    }
    return Long.parseLong(said) / 1e3;
  }
}
