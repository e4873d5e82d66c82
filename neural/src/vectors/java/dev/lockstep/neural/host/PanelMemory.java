package dev.lockstep.neural.host;

import static dev.lockstep.neural.host.Vectors.all;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Keys and values, each read from one end to the other for every token: most of the time of
/// writing goes into fetching them, and one long stretch is fetched faster than many short ones.
final class PanelMemory implements Memory {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int PANEL = Blocks.SIZE;

  /// Positions whose scores are computed head by head before the next ones'.
  private static final int TOGETHER = 4 * PANEL;

  private final int heads;
  private final int part;
  private final PanelMatrix keys; // by column, (D, capacity)
  private final float[] values; // (capacity, panels, 16), each head's panels filled up with zeros
  private final int row; // of values

  PanelMemory(int heads, int part, int capacity) {
    this(
        heads,
        part,
        new PanelMatrix(heads * part, capacity),
        new float[Blocks.FIRST + capacity * heads * Blocks.room(part)]);
  }

  private PanelMemory(int heads, int part, PanelMatrix keys, float[] values) {
    this.heads = heads;
    this.part = part;
    this.keys = keys;
    this.values = values;
    this.row = heads * Blocks.room(part);
  }

  @Override
  public void put(int slot, float[] all) {
    int width = heads * part;
    keys.putColumn(slot, all, width);
    for (int head = 0; head < heads; head++) {
      int from = 2 * width + head * part;
      System.arraycopy(
          all, from, values, Blocks.FIRST + slot * row + head * Blocks.room(part), part);
    }
  }

  @Override
  public void weigh(float[] all, int seen, float[][] scores) {
    for (int from = 0; from < seen; from += TOGETHER) {
      int to = Math.min(from + TOGETHER, seen);
      for (int head = 0; head < heads; head++) {
        Arrays.fill(scores[head], from, Blocks.room(to), 0);
        keys.add(all, head * part, head * part, part, scores[head], from, to);
      }
    }
  }

  @Override
  public void hear(float[][] weights, int seen, float[][] heard) {
    int panels = row / PANEL;
    int panel = 0;
    for (; panel + 8 <= panels; panel += 8) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        eight(weights, seen, panel, c, heard);
      }
    }
    for (; panel + 2 <= panels; panel += 2) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        two(weights, seen, panel, c, heard);
      }
    }
    for (; panel < panels; panel++) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        one(weights, seen, panel, c, heard);
      }
    }
  }

  private int head(int panel) {
    return panel * PANEL / Blocks.room(part);
  }

  private void store(FloatVector sum, int panel, int c, float[][] heard) {
    sum.intoArray(heard[head(panel)], panel * PANEL % Blocks.room(part) + c);
  }

  private FloatVector load(int index) {
    return FloatVector.fromArray(SPECIES, values, index);
  }

  private void one(float[][] weights, int seen, int panel, int c, float[][] heard) {
    float[] w0 = weights[head(panel)];
    FloatVector sum0 = FloatVector.zero(SPECIES);
    int at = Blocks.FIRST + panel * PANEL + c;
    for (int t = 0; t < seen; t++) {
      sum0 = all(w0[t]).fma(load(at), sum0);
      at += row;
    }
    store(sum0, panel, c, heard);
  }

  private void two(float[][] weights, int seen, int panel, int c, float[][] heard) {
    float[] w0 = weights[head(panel)];
    float[] w1 = weights[head(panel + 1)];
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    int at = Blocks.FIRST + panel * PANEL + c;
    for (int t = 0; t < seen; t++) {
      sum0 = all(w0[t]).fma(load(at), sum0);
      sum1 = all(w1[t]).fma(load(at + PANEL), sum1);
      at += row;
    }
    store(sum0, panel, c, heard);
    store(sum1, panel + 1, c, heard);
  }

  /// Eight panels: as many chains as a core can work on at a time.
  private void eight(float[][] weights, int seen, int panel, int c, float[][] heard) {
    float[] w0 = weights[head(panel)];
    float[] w1 = weights[head(panel + 1)];
    float[] w2 = weights[head(panel + 2)];
    float[] w3 = weights[head(panel + 3)];
    float[] w4 = weights[head(panel + 4)];
    float[] w5 = weights[head(panel + 5)];
    float[] w6 = weights[head(panel + 6)];
    float[] w7 = weights[head(panel + 7)];
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    FloatVector sum4 = FloatVector.zero(SPECIES);
    FloatVector sum5 = FloatVector.zero(SPECIES);
    FloatVector sum6 = FloatVector.zero(SPECIES);
    FloatVector sum7 = FloatVector.zero(SPECIES);
    int at = Blocks.FIRST + panel * PANEL + c;
    for (int t = 0; t < seen; t++) {
      sum0 = all(w0[t]).fma(load(at), sum0);
      sum1 = all(w1[t]).fma(load(at + PANEL), sum1);
      sum2 = all(w2[t]).fma(load(at + 2 * PANEL), sum2);
      sum3 = all(w3[t]).fma(load(at + 3 * PANEL), sum3);
      sum4 = all(w4[t]).fma(load(at + 4 * PANEL), sum4);
      sum5 = all(w5[t]).fma(load(at + 5 * PANEL), sum5);
      sum6 = all(w6[t]).fma(load(at + 6 * PANEL), sum6);
      sum7 = all(w7[t]).fma(load(at + 7 * PANEL), sum7);
      at += row;
    }
    store(sum0, panel, c, heard);
    store(sum1, panel + 1, c, heard);
    store(sum2, panel + 2, c, heard);
    store(sum3, panel + 3, c, heard);
    store(sum4, panel + 4, c, heard);
    store(sum5, panel + 5, c, heard);
    store(sum6, panel + 6, c, heard);
    store(sum7, panel + 7, c, heard);
  }

  @Override
  public Memory copy() {
    return new PanelMemory(heads, part, keys.copy(), values.clone());
  }

  @Override
  public long size() {
    return 2 * keys.size();
  }
}
