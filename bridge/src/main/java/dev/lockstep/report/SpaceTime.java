package dev.lockstep.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Space-time pictures: time runs to the right, a run's cells stand one below the other, one pixel
/// a cell.
public final class SpaceTime {
  private SpaceTime() {}

  /// The rows from left to right, at most `mostRows` of them (evenly thinned, the last kept).
  /// `colour` gives the RGB colour of a cell's content.
  public static Png of(List<int[]> rows, int mostRows, IntUnaryOperator colour) {
    if (rows.isEmpty() || mostRows < 2) {
      throw new IllegalArgumentException(rows.size() + " rows in at most " + mostRows);
    }
    int width = Math.min(rows.size(), mostRows);
    int height = rows.stream().mapToInt(row -> row.length).max().orElse(1);
    BufferedImage image = new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      int[] row = rows.get((int) ((long) x * (rows.size() - 1) / Math.max(1, width - 1)));
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, y < row.length ? colour.applyAsInt(row[y]) : Color.WHITE.getRGB());
      }
    }
    return Png.of(image);
  }
}
