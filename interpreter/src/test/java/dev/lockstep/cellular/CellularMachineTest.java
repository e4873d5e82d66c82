package dev.lockstep.cellular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.grammar.cellular.CellularReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellularMachineTest {
  private static final String GUN =
      """
      #N Gosper glider gun
      x = 36, y = 9, rule = B3/S23
      24bo11b$22bobo11b$12b2o6b2o12b2o$11bo3bo4b2o12b2o$2o8bo5bo3b2o14b$2o8b
      o3bob2o4bobo11b$10bo5bo7bo11b$11bo3bo20b$12b2o22b!
      """;

  private static CellularProgram program(String text) {
    return CellularReader.read(new Source("test.ca", text));
  }

  private static long aliveAfter(CellularProgram program, String pattern, long steps) {
    Value.Fields answer =
        (Value.Fields)
            new CellularRunner(program)
                .run(Value.of(pattern), Budget.ofSteps(steps), _ -> true)
                .orElseThrow()
                .output()
                .orElseThrow();
    return ((Value.Int) answer.values().get("alive")).value().longValueExact();
  }

  /// Published figures: the r-pentomino settles in generation 1103 with 116 cells, acorn in 5206
  /// with 633, diehard vanishes in generation 130; the gun's population returns, with a glider of
  /// five cells more, every 30 generations.
  @ParameterizedTest
  @CsvSource({
    "b2o$2o$bo!, 1103, 116",
    "bo$3bo$2o2b3o!, 5206, 633",
    "6bo$2o$bo3b3o!, 129, 2",
    "6bo$2o$bo3b3o!, 130, 0",
  })
  void lifeGrowsAsPublished(String pattern, long steps, long alive) {
    CellularProgram life = program("rule B3/S23\nsteps " + steps);
    assertThat(aliveAfter(life, pattern, steps)).isEqualTo(alive);
  }

  @Test
  void theGunFiresAGliderEveryThirtyGenerations() {
    for (int shots = 0; shots < 20; shots++) {
      CellularProgram life = program("rule B3/S23\nsteps " + 30 * shots);
      assertThat(aliveAfter(life, GUN, 30L * shots)).isEqualTo(36 + 5L * shots);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 90, 110, 184, 22, 60})
  void elementaryRulesAreBitTricks(int number) {
    CellularProgram row = program("rule " + number + "\nboundary torus 64\nsteps 200");
    SplittableRandom random = new SplittableRandom(number);
    long cells = random.nextLong();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      text.append(cells >>> i & 1);
    }
    var machine = new CellularMachine(row);
    CellularConfiguration now = machine.start(Value.of(text.toString()));
    for (int step = 0; step < 200; step++) {
      long left = Long.rotateLeft(cells, 1);
      long right = Long.rotateRight(cells, 1);
      cells =
          switch (number) {
            case 30 -> left ^ (cells | right);
            case 90 -> left ^ right;
            case 110 -> (cells | right) & ~(left & cells & right);
            case 184 -> (left & ~cells) | (cells & right);
            case 22 -> left ^ cells ^ right ^ (left & cells & right);
            default -> left ^ cells;
          };
      now = new Interpreter<>(machine).trace(now, Budget.ofSteps(1)).last();
      Set<Cell> expected = new HashSet<>();
      for (int i = 0; i < 64; i++) {
        if ((cells >>> i & 1) == 1) {
          expected.add(new Cell(i, 0));
        }
      }
      assertThat(now.live()).as("generation %d", step + 1).isEqualTo(expected);
    }
  }

  @Test
  void rule90IsPascalsTriangleModuloTwo() {
    for (int line = 0; line < 40; line++) {
      CellularProgram row = program("rule 90\nsteps " + line);
      assertThat(aliveAfter(row, "1", line)).isEqualTo(1L << Integer.bitCount(line));
    }
  }

  /// A second implementation: counting on an array, in the plainest way.
  @ParameterizedTest
  @CsvSource({"1,1", "3,2", "64,5", "65,7", "130,9"})
  void planesOfAnySizeWrapAround(int width, int height) {
    CellularProgram life =
        program("rule B36/S23\nboundary torus " + width + "x" + height + "\nsteps 12");
    SplittableRandom random = new SplittableRandom(width);
    boolean[][] cells = new boolean[height][width];
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        cells[y][x] =
            random.nextInt(3) == 0 || x == 0 || y == 0 || x == width - 1 || y == height - 1;
        text.append(cells[y][x] ? 'O' : '.');
      }
      text.append('\n');
    }
    for (int step = 0; step < 12; step++) {
      boolean[][] next = new boolean[height][width];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int count = 0;
          for (int i = 0; i < 9; i++) {
            if (i != 4) {
              count +=
                  cells[(y + i / 3 - 1 + height) % height][(x + i % 3 - 1 + width) % width] ? 1 : 0;
            }
          }
          next[y][x] = count == 3 || (cells[y][x] ? count == 2 : count == 6);
        }
      }
      cells = next;
    }
    Set<Cell> expected = new HashSet<>();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (cells[y][x]) {
          expected.add(new Cell(x, y));
        }
      }
    }
    var machine = new CellularMachine(life);
    var last =
        new Interpreter<>(machine)
            .trace(machine.start(Value.of(text.toString())), Budget.DEFAULT)
            .last();
    assertThat(last.live()).isEqualTo(expected);
    assertThat(new CellularRunner(life).run(Value.of(text.toString()), Budget.DEFAULT, _ -> true))
        .isEqualTo(
            Runner.reference(machine).run(Value.of(text.toString()), Budget.DEFAULT, _ -> true));
  }

  @Test
  void patternsAreReadAsCollectionsWriteThem() {
    CellularProgram life = program("rule B3/S23");
    Set<Cell> glider = new HashSet<>(Patterns.read("bob$2bo$3o!", life));
    assertThat(Patterns.read(".O.\n..O\nOOO\n", life)).containsExactlyInAnyOrderElementsOf(glider);
    assertThat(Patterns.print(Patterns.read(GUN, life)))
        .isEqualTo(
            "24bo$22bobo$12b2o6b2o12b2o$11bo3bo4b2o12b2o$2o8bo5bo3b2o$2o8bo3bob2o4bobo$10bo5bo7bo$11bo3bo$12b2o!");
    assertRefused(
        life,
        "bob$2bo$3o",
        "expected `.` and `O`, or a pattern in RLE, found `$` in line 1, column 4");
    assertRefused(life, "x = 3, y = 3\nbo$3o", "the pattern in RLE does not end with `!`");
    assertRefused(
        life,
        "bo?$!",
        "expected `b`, `o`, `$` or `!` with a number before it, found `?` at position 3 of the RLE");
    assertRefused(
        life,
        "x = 1, y = 1, rule = B36/S23\no!",
        "the pattern is for rule `B36/S23`, the program's is `B3/S23`");
    assertRefused(
        program("rule 110\nboundary torus 3"),
        "0000",
        "the pattern is larger than the board: 4x1, and 3x1");
    assertRefused(
        program("rule 110"), "012", "expected `0` and `1`, found `2` in line 1, column 3");
  }

  private static void assertRefused(CellularProgram program, String pattern, String message) {
    assertThatThrownBy(() -> new CellularMachine(program).start(Value.of(pattern)))
        .isInstanceOf(InputError.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boundary open | missing line `rule`",
        "rule B0/S8 | rule `B0/S8` brings dead cells far from all others to life",
        "rule 256 | expected a rule from 0 to 255, found `256`",
        "rule 90 radius | expected a line break",
        "rule B3/S23 ; boundary torus 64 | expected a width and a height, found `64`",
        "rule 110 ; boundary torus 0 | expected a board of 1 to 67,108,864 cells, found `0`",
        "rule 110 ; radius 5 | expected a radius from 1 to 4, found `5`",
        "rule B3/S23 ; radius 1 | a rule `B…/S…` has no radius",
        "rule 110 ; rule 90 | second line `rule`, the first is line 1",
        "rule B39/S23 | expected a rule's number or `B…/S…`, such as `110` or `B3/S23`",
        "boundary klein 3 | expected `open` or `torus`",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> program(text.replace(" ; ", "\n")))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContaining(message);
  }
}
