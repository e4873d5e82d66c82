package dev.lockstep.neural.blocks;

import java.util.function.DoubleUnaryOperator;

/// The published formulas of position schemes, in float64.
public final class PlaceTables {
  private static final double SINUSOIDAL_BASE = 10_000; // Vaswani et al. 2017, section 3.5

  private PlaceTables() {}

  static long[] rows(int[][] places, int longest) {
    int time = places[0].length;
    long[] rows = new long[places.length * time];
    for (int i = 0; i < rows.length; i++) {
      int place = places[i / time][i % time];
      if (place < 0 || place >= longest) {
        throw new IllegalArgumentException(
            "expected places below %d, found %d".formatted(longest, place));
      }
      rows[i] = place;
    }
    return rows;
  }

  /// Column 2i is the sine and column 2i + 1 the cosine of `place / base^(2i / width)`: (B, T,
  /// width).
  public static double[] waves(int[][] places, int width) {
    int time = places[0].length;
    double[] waves = new double[places.length * time * width];
    for (int i = 0; i < waves.length; i++) {
      int column = i % width;
      int pair = column / 2;
      int row = i / width;
      double angle =
          places[row / time][row % time] / StrictMath.pow(SINUSOIDAL_BASE, 2.0 * pair / width);
      waves[i] = column % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }
    return waves;
  }

  /// Columns i and i + part / 2 turn together by `place / base^(2i / part)`: (B, 1, T, part).
  public static double[] turns(int[][] places, int part, double base, DoubleUnaryOperator wave) {
    int time = places[0].length;
    double[] table = new double[places.length * time * part];
    for (int i = 0; i < table.length; i++) {
      int pair = i % part % (part / 2);
      int row = i / part;
      double angle = places[row / time][row % time] / StrictMath.pow(base, 2.0 * pair / part);
      table[i] = wave.applyAsDouble(angle);
    }
    return table;
  }

  /// `2^(-8 (head + 1) / heads)`.
  public static double slope(int head, int heads) {
    return StrictMath.pow(2, -8.0 * (head + 1) / heads);
  }
}
