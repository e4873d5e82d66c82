package dev.lockstep.neural.host;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.LocalSpec;
import java.util.Arrays;

/// Room to update a few cells at a time, so few that all of it stays close to the core. For one
/// thread.
public final class CellBatch {
  private final HostCells cells;
  private final LocalSpec spec;
  private final Curves curves;
  private final int[] contents; // (B)
  private final int[][] kinds; // (W, B)
  private final float[][] states; // (B, D)
  private final float[][] normed; // (B, D)
  private final float[][] heard; // (B, D)
  private final float[][] inner; // (B, hidden)
  private final float[][] logits; // (B, contents)
  private final float[][] asked; // (B, D), from the second layer on
  private final float[][] products; // (W · B, D), likewise
  private final float[][] compared; // (W · B, D), likewise
  private final float[][] scores; // (W, D) of one cell
  private final float[][] values; // (W, D) of one cell

  CellBatch(HostCells cells, int size) {
    this.cells = cells;
    this.spec = cells.spec();
    this.curves = cells.curves();
    this.contents = new int[size];
    this.kinds = new int[spec.slots()][size];
    this.states = rows(size, spec.width());
    this.normed = rows(size, spec.width());
    this.heard = rows(size, spec.width());
    this.inner = rows(size, spec.hidden());
    this.logits = rows(size, spec.classes());
    int later = spec.layers() > 1 ? size : 0;
    this.asked = rows(later, spec.width());
    this.products = rows(later * spec.slots(), spec.width());
    this.compared = rows(later * spec.slots(), spec.width());
    this.scores = new float[spec.slots()][];
    this.values = new float[spec.slots()][];
  }

  private static float[][] rows(int count, int columns) {
    return new float[count][Blocks.room(columns)];
  }

  /// How many cells at a time.
  public int size() {
    return contents.length;
  }

  /// The next contents of cells.
  ///
  /// @param row what the cells and their windows see
  /// @param from the first cell's place in `row`
  /// @param count at most `size()`
  /// @param offsets the places of the window, from a cell on
  /// @param into takes the contents from `to` on
  public void next(int[] row, int from, int count, int[] offsets, int[] into, int to) {
    look(row, from, count, offsets);
    for (int i = 0; i < size(); i++) { // what stands beyond `count` is of an earlier batch
      System.arraycopy(cells.embedding(contents[i]), 0, states[i], 0, states[i].length);
    }
    for (int layer = 0; layer < spec.layers(); layer++) {
      pass(cells.layers().get(layer), layer == 0);
    }
    cells.leave(curves, states, normed, logits);
    for (int i = 0; i < count; i++) {
      into[to + i] = likeliest(logits[i]);
    }
  }

  /// The logits of a cell of those asked about last.
  float[] logits(int cell) {
    return logits[cell];
  }

  private void look(int[] row, int from, int count, int[] offsets) {
    System.arraycopy(row, from, contents, 0, count);
    for (int place = 0; place < offsets.length; place++) {
      int[] seen = kinds[place];
      int first = place * spec.classes();
      int at = from + offsets[place];
      for (int i = 0; i < count; i++) {
        seen[i] = first + row[at + i];
      }
    }
  }

  private void pass(CellLayer layer, boolean first) {
    if (!first) {
      compare(layer);
    }
    for (int i = 0; i < size(); i++) {
      for (int place = 0; place < scores.length; place++) {
        int kind = kinds[place][i];
        scores[place] = first ? cells.scores(contents[i], kind) : compared[place * size() + i];
        values[place] = layer.values[kind];
      }
      curves.attend(scores, values, spec.width(), heard[i]);
    }
    layer.out.add(heard, states);
    layer.feedNorm.apply(curves, spec.width(), states, normed);
    layer.in.apply(normed, inner);
    for (float[] x : inner) {
      if (spec.activation() == Activation.GELU) {
        curves.gelu(x, spec.hidden());
      } else {
        curves.relu(x, spec.hidden());
      }
    }
    layer.back.add(inner, states);
  }

  /// Every cell's scores, which from the second layer on depend on its whole window.
  private void compare(CellLayer layer) {
    layer.attentionNorm.apply(curves, spec.width(), states, normed);
    layer.query.apply(normed, asked);
    for (int i = 0; i < products.length; i++) {
      int cell = i % size();
      CellLayer.multiply(asked[cell], layer.keys[kinds[i / size()][cell]], products[i]);
      Arrays.fill(compared[i], 0);
    }
    cells.spread().addEach(products, compared);
  }

  private int likeliest(float[] said) {
    int best = 0;
    for (int content = 1; content < spec.classes(); content++) {
      if (said[content] > said[best]) {
        best = content;
      }
    }
    return best;
  }
}
