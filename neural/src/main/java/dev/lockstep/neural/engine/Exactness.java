package dev.lockstep.neural.engine;

import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.transformer.Sample;
import java.util.List;

/// How many samples a model gets right in full.
public final class Exactness {
  private Exactness() {}

  /// The fraction of samples whose every target has the largest logit; not a number is wrong.
  public static double of(TransformerModel model, List<Sample> samples) {
    List<HostTensor> logits = model.logits(samples);
    long exact = 0;
    for (int i = 0; i < samples.size(); i++) {
      exact += exact(logits.get(i), samples.get(i).targets()) ? 1 : 0;
    }
    return exact / (double) samples.size();
  }

  private static boolean exact(HostTensor logits, int[] targets) {
    double[] rows = logits.as(HostTensor.ElementType.F64).doubles();
    int classes = rows.length / targets.length;
    for (int t = 0; t < targets.length; t++) {
      for (int c = 0; c < classes && targets[t] != Sample.NO_TARGET; c++) {
        double wanted = rows[t * classes + targets[t]];
        if (c != targets[t] && !(wanted > rows[t * classes + c])) {
          return false;
        }
      }
    }
    return true;
  }
}
