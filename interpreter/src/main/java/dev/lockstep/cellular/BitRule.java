package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.CellularRule;

/// A rule on boards of bits.
sealed interface BitRule {
  static BitRule of(CellularRule rule) {
    return switch (rule) {
      case CellularRule.Numbered numbered -> new RowBits(new LocalTable(rule), numbered.radius());
      case CellularRule.Totalistic totalistic -> new PlaneBits(totalistic);
    };
  }

  /// How far the next state of a cell depends on others.
  int radius();

  /// The next generation, in a new board.
  Bits next(Bits board);

  /// Rows: the table as a tree of choices, one level for each cell of the neighbourhood.
  record RowBits(LocalTable table, int radius) implements BitRule {
    @Override
    public Bits next(Bits board) {
      int neighbours = 2 * radius + 1;
      Bits[] moved = new Bits[neighbours]; // by place in the window
      moved[radius] = board;
      for (int i = 1; i <= radius; i++) {
        moved[radius - i] = moved(moved[radius - i + 1], true);
        moved[radius + i] = moved(moved[radius + i - 1], false);
      }
      Bits next = new Bits(board.width(), 1);
      long[] choices = new long[1 << neighbours];
      for (int i = 0; i < board.words(); i++) {
        for (int window = 0; window < choices.length; window++) {
          choices[window] = table.alive(window) ? -1L : 0;
        }
        for (int cell = neighbours - 1, left = choices.length / 2; left > 0; left /= 2, cell--) {
          long live = moved[cell].cells()[i];
          for (int k = 0; k < left; k++) {
            choices[k] = (choices[2 * k] & ~live) | (choices[2 * k + 1] & live);
          }
        }
        next.cells()[i] = choices[0];
      }
      next.cells()[board.words() - 1] &= board.lastWord();
      return next;
    }

    private static Bits moved(Bits row, boolean west) {
      Bits moved = new Bits(row.width(), 1);
      long[] other = new long[row.words()];
      row.neighbours(0, west ? moved.cells() : other, west ? other : moved.cells());
      return moved;
    }
  }

  /// Planes: the eight neighbours added up in four planes of bits, 64 sums at a time.
  record PlaneBits(CellularRule.Totalistic rule) implements BitRule {
    @Override
    public int radius() {
      return 1;
    }

    @Override
    public Bits next(Bits board) {
      int words = board.words();
      Bits next = new Bits(board.width(), board.height());
      Line above = new Line(words);
      Line here = new Line(words);
      Line below = new Line(words);
      above.read(board, board.height() - 1);
      here.read(board, 0);
      for (int y = 0; y < board.height(); y++) {
        below.read(board, (y + 1) % board.height());
        for (int i = 0; i < words; i++) {
          next.cells()[y * words + i] = next(board.cells()[y * words + i], above, here, below, i);
        }
        next.cells()[(y + 1) * words - 1] &= board.lastWord();
        Line free = above;
        above = here;
        here = below;
        below = free;
      }
      return next;
    }

    /// The sums are at most 8, so that bit 3 is set for 8 alone.
    private long next(long alive, Line above, Line here, Line below, int i) {
      long ones = above.ones[i] ^ below.ones[i];
      long carry1 = above.ones[i] & below.ones[i];
      long ones2 = ones ^ here.sideOnes[i];
      long carry2 = ones & here.sideOnes[i];
      // Twos: above, below, beside, and the two carries.
      long a = above.twos[i] ^ below.twos[i];
      long fours = above.twos[i] & below.twos[i];
      long b = here.sideTwos[i] ^ carry1;
      long fours2 = here.sideTwos[i] & carry1;
      long c = a ^ b;
      long fours3 = a & b;
      long twos = c ^ carry2;
      long fours4 = c & carry2;
      long d = fours ^ fours2;
      long e = fours3 ^ fours4;
      long four = d ^ e;
      long eight = (fours & fours2) | (fours3 & fours4) | (d & e);
      long born = 0;
      long survives = 0;
      for (int k = 0; k <= 8; k++) {
        if (((rule.born() | rule.survives()) >>> k & 1) == 1) {
          long sum =
              ((k & 1) == 0 ? ~ones2 : ones2)
                  & ((k & 2) == 0 ? ~twos : twos)
                  & ((k & 4) == 0 ? ~four : four)
                  & (k == 8 ? eight : ~eight);
          born |= (rule.born() >>> k & 1) == 1 ? sum : 0;
          survives |= (rule.survives() >>> k & 1) == 1 ? sum : 0;
        }
      }
      return (~alive & born) | (alive & survives);
    }
  }

  /// One line's sums of three and, without the middle, of two neighbouring cells.
  final class Line {
    private final long[] ones;
    private final long[] twos;
    private final long[] sideOnes;
    private final long[] sideTwos;
    private final long[] west;
    private final long[] east;

    Line(int words) {
      ones = new long[words];
      twos = new long[words];
      sideOnes = new long[words];
      sideTwos = new long[words];
      west = new long[words];
      east = new long[words];
    }

    void read(Bits board, int y) {
      board.neighbours(y, west, east);
      for (int i = 0; i < west.length; i++) {
        long middle = board.cells()[y * west.length + i];
        sideOnes[i] = west[i] ^ east[i];
        sideTwos[i] = west[i] & east[i];
        ones[i] = sideOnes[i] ^ middle;
        twos[i] = sideTwos[i] | (sideOnes[i] & middle);
      }
    }
  }
}
