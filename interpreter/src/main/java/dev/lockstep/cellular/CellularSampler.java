package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.grammar.cellular.CellularRule;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Random programs and patterns.
final class CellularSampler {
  private static final int SHORTEST_RUN = 4;

  private CellularSampler() {}

  static CellularProgram sample(RandomGenerator random) {
    boolean open = random.nextBoolean();
    OptionalLong steps =
        random.nextBoolean() ? OptionalLong.of(random.nextInt(40)) : OptionalLong.empty();
    if (random.nextBoolean()) {
      int born = random.nextInt(1 << 9) & (open ? ~1 : ~0);
      return new CellularProgram(
          new CellularRule.Totalistic(born, random.nextInt(1 << 9)),
          open ? new Boundary.Open() : torus(1 + random.nextInt(9), 1 + random.nextInt(9)),
          steps);
    }
    int radius = random.nextInt(3) == 0 ? 2 : 1;
    BigInteger number =
        new BigInteger(Long.toString(random.nextLong(1L << (1 << (2 * radius + 1)))));
    return new CellularProgram(
        new CellularRule.Numbered(open ? number.clearBit(0) : number, radius),
        open ? new Boundary.Open() : torus(1 + random.nextInt(16), 1),
        steps);
  }

  private static Boundary torus(int width, int height) {
    return new Boundary.Torus(width, height);
  }

  /// Random cells, at most `size` columns and lines that fit the board, for a few generations more
  /// than `size`.
  static Value input(CellularProgram program, RandomGenerator random, int size) {
    int width = size;
    int height = program.isRow() ? 1 : size;
    if (program.boundary() instanceof Boundary.Torus torus) {
      width = Math.min(size, torus.width());
      height = Math.min(height, torus.height());
    }
    int density = 1 + random.nextInt(3); // live cells, in quarters
    StringBuilder pattern = new StringBuilder();
    for (int y = 0; y < height; y++) {
      pattern.append(y == 0 ? "" : "\n");
      for (int x = 0; x < width; x++) {
        boolean live = random.nextInt(4) < density;
        pattern.append(program.isRow() ? (live ? '1' : '0') : live ? 'O' : '.');
      }
    }
    SequencedMap<String, Value> input = new LinkedHashMap<>();
    input.put("pattern", Value.of(pattern.toString()));
    input.put("steps", Value.of(SHORTEST_RUN + size));
    return new Value.Fields(input);
  }
}
