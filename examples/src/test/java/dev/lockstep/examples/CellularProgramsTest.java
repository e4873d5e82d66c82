package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The cellular automata against boards computed here, cell by cell, from what each rule means.
@Execution(ExecutionMode.CONCURRENT)
class CellularProgramsTest {
  private final RandomGenerator random = new SplittableRandom(23);

  private static String run(String file, String pattern, int steps) {
    Path path = Programs.ROOT.resolve("cellular/" + file);
    LinkedHashMap<String, Value> input = new LinkedHashMap<>();
    input.put("pattern", Value.of(pattern));
    input.put("steps", new Value.Int(BigInteger.valueOf(steps)));
    return run(Languages.of(path), Source.read(path), new Value.Fields(input));
  }

  private static <P, C, D> String run(Language<P, C, D> language, Source source, Value input) {
    Value output =
        Runner.reference(language.load(language.parse(source)))
            .run(input, Budget.DEFAULT, _ -> true)
            .orElseThrow()
            .output()
            .orElseThrow();
    return ((Value.Text) ((Value.Fields) output).values().get("pattern")).value();
  }

  private boolean[] row(int width) {
    boolean[] row = new boolean[width];
    for (int i = 0; i < width; i++) {
      row[i] = random.nextBoolean();
    }
    return row;
  }

  private static String text(boolean[] row) {
    StringBuilder text = new StringBuilder();
    for (boolean cell : row) {
      text.append(cell ? '1' : '0');
    }
    return text.toString();
  }

  /// One step on a ring: what becomes of cell `at`.
  private interface Local {
    boolean next(boolean[] row, int at);
  }

  private static boolean at(boolean[] row, int at) {
    return row[Math.floorMod(at, row.length)];
  }

  private static boolean[] after(boolean[] start, int steps, Local local) {
    boolean[] row = start;
    for (int step = 0; step < steps; step++) {
      boolean[] next = new boolean[row.length];
      for (int i = 0; i < row.length; i++) {
        next[i] = local.next(row, i);
      }
      row = next;
    }
    return row;
  }

  @Test
  void ringsFollowTheirRules() {
    Local rule110 = (row, i) -> at(row, i) ? !(at(row, i - 1) && at(row, i + 1)) : at(row, i + 1);
    Local traffic = (row, i) -> at(row, i) ? at(row, i + 1) : at(row, i - 1);
    Local majority =
        (row, i) -> {
          int live = 0;
          for (int near = i - 2; near <= i + 2; near++) {
            live += at(row, near) ? 1 : 0;
          }
          return live >= 3;
        };
    for (int i = 0; i < 40; i++) {
      int steps = random.nextInt(1, 41); // the most that rule-110.ca takes
      boolean[] row = row(32);
      assertThat(run("rule-110.ca", text(row), steps)).isEqualTo(text(after(row, steps, rule110)));
      row = row(12);
      assertThat(run("traffic.ca", text(row), steps)).isEqualTo(text(after(row, steps, traffic)));
      row = row(24);
      assertThat(run("majority.ca", text(row), steps)).isEqualTo(text(after(row, steps, majority)));
    }
  }

  /// An endless row is a ring that the pattern does not get round.
  @Test
  void endlessRowsFollowTheirRules() {
    Local rule30 = (row, i) -> at(row, i - 1) ^ (at(row, i) || at(row, i + 1));
    Local rule90 = (row, i) -> at(row, i - 1) ^ at(row, i + 1);
    for (int i = 0; i < 40; i++) {
      int steps = random.nextInt(1, 40);
      boolean[] wide = new boolean[200];
      boolean[] row = row(20);
      row[0] = true;
      System.arraycopy(row, 0, wide, 90, row.length);
      assertThat(run("rule-30.ca", text(row), steps)).isEqualTo(live(after(wide, steps, rule30)));
      assertThat(run("rule-90.ca", text(row), steps)).isEqualTo(live(after(wide, steps, rule90)));
    }
  }

  private static String live(boolean[] row) {
    String text = text(row);
    int first = text.indexOf('1');
    return first < 0 ? "" : text.substring(first, text.lastIndexOf('1') + 1);
  }

  @ParameterizedTest
  @CsvSource({"life.ca, 3, 23, 0", "highlife.ca, 36, 23, 0", "life-torus.ca, 3, 23, 16"})
  void planesFollowTheirRules(String file, String born, String stays, int torus) {
    IntPredicate birth = live -> born.contains(Integer.toString(live));
    IntPredicate survival = live -> stays.contains(Integer.toString(live));
    for (int i = 0; i < 25; i++) {
      int steps = random.nextInt(1, 20);
      int size = torus == 0 ? 80 : torus;
      int offset = torus == 0 ? 36 : 0;
      boolean[][] board = new boolean[size][size];
      StringBuilder pattern = new StringBuilder();
      for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
          board[offset + y][offset + x] = random.nextInt(5) < 2;
          pattern.append(board[offset + y][offset + x] ? 'O' : '.');
        }
        pattern.append('\n');
      }
      for (int step = 0; step < steps; step++) {
        board = after(board, birth, survival);
      }
      Set<String> found = cells(run(file, pattern.toString(), steps));
      if (torus == 0) {
        assertThat(found).isEqualTo(cells(board));
      } else { // where its edges are is nobody's to say
        assertThat(turned(board)).contains(found);
      }
    }
  }

  private static boolean[][] after(boolean[][] board, IntPredicate birth, IntPredicate survival) {
    int size = board.length;
    boolean[][] next = new boolean[size][size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int live = board[y][x] ? -1 : 0;
        for (int near = 0; near < 9; near++) {
          boolean[] line = board[Math.floorMod(y + near / 3 - 1, size)];
          live += line[Math.floorMod(x + near % 3 - 1, size)] ? 1 : 0;
        }
        next[y][x] = (board[y][x] ? survival : birth).test(live);
      }
    }
    return next;
  }

  /// The cells of a torus, seen from each of its places.
  private static List<Set<String>> turned(boolean[][] board) {
    int size = board.length;
    List<Set<String>> all = new ArrayList<>();
    for (int shift = 0; shift < size * size; shift++) {
      boolean[][] turned = new boolean[size][size];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          turned[(y + shift / size) % size][(x + shift) % size] = board[y][x];
        }
      }
      all.add(cells(turned));
    }
    return all;
  }

  /// The live cells as `line:column`, from the first line and column with one.
  private static Set<String> cells(boolean[][] board) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    for (int y = 0; y < board.length; y++) {
      for (int x = 0; x < board.length; x++) {
        if (board[y][x]) {
          top = Math.min(top, y);
          left = Math.min(left, x);
        }
      }
    }
    Set<String> cells = new TreeSet<>();
    for (int y = 0; y < board.length; y++) {
      for (int x = 0; x < board.length; x++) {
        if (board[y][x]) {
          cells.add((y - top) + ":" + (x - left));
        }
      }
    }
    return cells;
  }

  /// The same of a pattern in RLE.
  private static Set<String> cells(String rle) {
    Set<String> cells = new TreeSet<>();
    Matcher run = Pattern.compile("(\\d*)([bo$])").matcher(rle);
    int x = 0;
    int y = 0;
    while (run.find()) {
      int count = run.group(1).isEmpty() ? 1 : Integer.parseInt(run.group(1));
      if (run.group(2).equals("$")) {
        y += count;
        x = 0;
      } else {
        for (int end = x + count; x < end; x++) {
          if (run.group(2).equals("o")) {
            cells.add(y + ":" + x);
          }
        }
      }
    }
    return cells;
  }
}
