package dev.lockstep.grammar.cellular;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// When a cell is alive in the next generation.
public sealed interface CellularRule {
  /// Cells of a neighbourhood, the cell itself included.
  int cells();

  /// Whether cells far from any live one stay dead.
  boolean quiet();

  /// A rule on rows, by Wolfram's number: bit `k` of the number is the next state of a cell whose
  /// neighbourhood, read as a binary number from left to right, is `k`.
  record Numbered(BigInteger number, int radius) implements CellularRule {
    public static final int WIDEST = 4;

    public Numbered {
      if (radius < 1 || radius > WIDEST) {
        throw new IllegalArgumentException("a radius of " + radius);
      }
      if (number.signum() < 0 || number.bitLength() > 1 << (2 * radius + 1)) {
        throw new IllegalArgumentException("no rule " + number + " of radius " + radius);
      }
    }

    @Override
    public int cells() {
      return 2 * radius + 1;
    }

    @Override
    public boolean quiet() {
      return !number.testBit(0);
    }

    @Override
    public String toString() {
      return number.toString();
    }
  }

  /// A rule on planes: a dead cell is born with some numbers of live cells among its eight
  /// neighbours, a live one survives with some.
  ///
  /// @param born bit `k` for `k` live neighbours
  /// @param survives the same
  record Totalistic(int born, int survives) implements CellularRule {
    private static final int NUMBERS = 9; // of live neighbours

    public Totalistic {
      if ((born | survives) >>> NUMBERS != 0) {
        throw new IllegalArgumentException("more than 8 neighbours");
      }
    }

    /// Reads `B3/S23`.
    static Totalistic of(String text) {
      int slash = text.indexOf('/');
      return new Totalistic(mask(text.substring(1, slash)), mask(text.substring(slash + 2)));
    }

    private static int mask(String digits) {
      return digits.chars().map(digit -> 1 << (digit - '0')).reduce(0, (a, b) -> a | b);
    }

    public boolean next(boolean alive, int neighbours) {
      return ((alive ? survives : born) >>> neighbours & 1) == 1;
    }

    @Override
    public int cells() {
      return NUMBERS;
    }

    @Override
    public boolean quiet() {
      return (born & 1) == 0;
    }

    /// `B3/S23`.
    @Override
    public String toString() {
      return "B" + digits(born) + "/S" + digits(survives);
    }

    private static String digits(int mask) {
      return IntStream.range(0, NUMBERS)
          .filter(k -> (mask >>> k & 1) == 1)
          .mapToObj(Integer::toString)
          .collect(Collectors.joining());
    }
  }
}
