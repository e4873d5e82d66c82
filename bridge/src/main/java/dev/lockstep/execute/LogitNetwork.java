package dev.lockstep.execute;

/// A cell network that shows how sure it is: one number for each content, the greatest wins.
public interface LogitNetwork extends CellNetwork {
  /// Logits `(windows, contents)`.
  float[][] logits(int[][] windows);

  @Override
  default int[] contents(int[][] windows) {
    float[][] logits = logits(windows);
    int[] contents = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      contents[i] = greatest(logits[i]);
    }
    return contents;
  }

  /// The index of the greatest logit, the first of equals; `NOTHING` where one is not a number.
  static int greatest(float[] logits) {
    int best = 0;
    for (int i = 0; i < logits.length; i++) {
      if (Float.isNaN(logits[i])) {
        return NOTHING;
      }
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }
}
