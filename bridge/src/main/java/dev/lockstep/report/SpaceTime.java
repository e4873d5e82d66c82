package dev.lockstep.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Space-time pictures: a run's cells across, its steps down, one pixel a cell.
public final class SpaceTime {
  private SpaceTime() {}

  /// The rows from top to bottom, at most `mostRows` of them (evenly thinned, the last kept).
  /// `colour` gives the RGB colour of a cell's content.
  public static Png of(List<int[]> rows, int mostRows, IntUnaryOperator colour) {
    if (rows.isEmpty() || mostRows < 2) {
      throw new IllegalArgumentException(rows.size() + " rows in at most " + mostRows);
    }
    int height = Math.min(rows.size(), mostRows);
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(1);
    BufferedImage image = new BufferedImage(Math.max(1, width), height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int[] row = rows.get((int) ((long) y * (rows.size() - 1) / Math.max(1, height - 1)));
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < row.length ? colour.applyAsInt(row[x]) : Color.WHITE.getRGB());
      }
    }
    return Png.of(image);
  }
}
