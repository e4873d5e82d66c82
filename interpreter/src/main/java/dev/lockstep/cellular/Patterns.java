package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.InputError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Patterns as text: a row as `0110`, a plane as lines of `.` and `O` or run-length encoded (RLE),
/// as pattern collections have it: `bob$2bo$3o!`, with or without the header `x = 3, y = 3, …`.
final class Patterns {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*x\\s*=\\s*\\d+\\s*,\\s*y\\s*=\\s*\\d+\\s*(?:,\\s*rule\\s*=\\s*(\\S+))?\\s*");
  private static final Pattern RUN = Pattern.compile("(\\d{0,9})([bo$!])|\\s+");
  private static final int FARTHEST = 1 << 26; // columns and lines of a pattern
  private static final String DEAD = "0.b_";
  private static final String LIVE = "1Oo*#";

  private Patterns() {}

  /// The live cells of a text. Throws `InputError`, naming the place.
  static List<Cell> read(String text, CellularProgram program) {
    if (program.isRow() || !(text.contains("!") || HEADER.matcher(firstLine(text)).matches())) {
      return lines(text, program.isRow());
    }
    return runs(body(text, program));
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
  }

  private static List<Cell> lines(String text, boolean row) {
    List<Cell> live = new ArrayList<>();
    List<String> lines = text.lines().filter(line -> !line.startsWith("!")).toList();
    if (row && lines.size() > 1) {
      throw new InputError("expected a row such as \"0110\", found " + lines.size() + " lines");
    }
    for (int y = 0; y < lines.size(); y++) {
      for (int x = 0; x < lines.get(y).length(); x++) {
        char cell = lines.get(y).charAt(x);
        if (LIVE.indexOf(cell) >= 0) {
          live.add(new Cell(x, y));
        } else if (DEAD.indexOf(cell) < 0) {
          throw new InputError(
              "expected %s, found `%s` in line %d, column %d"
                  .formatted(
                      row ? "`0` and `1`" : "`.` and `O`, or a pattern in RLE",
                      Character.toString(lines.get(y).codePointAt(x)),
                      y + 1,
                      x + 1));
        }
      }
    }
    return live;
  }

  /// RLE without comments and header, whose rule must be the program's.
  private static String body(String text, CellularProgram program) {
    StringBuilder body = new StringBuilder();
    boolean first = true;
    for (String line : text.lines().filter(it -> !it.startsWith("#")).toList()) {
      Matcher header = HEADER.matcher(line);
      if (first && header.matches()) {
        String rule = header.group(1);
        if (rule != null && !rule.equalsIgnoreCase(program.rule().toString())) {
          throw new InputError(
              "the pattern is for rule `" + rule + "`, the program's is `" + program.rule() + "`");
        }
      } else {
        body.append(line).append('\n');
      }
      first = false;
    }
    return body.toString();
  }

  private static List<Cell> runs(String body) {
    List<Cell> live = new ArrayList<>();
    Matcher run = RUN.matcher(body);
    long x = 0;
    long y = 0;
    int at = 0;
    while (run.find(at) && run.start() == at) {
      at = run.end();
      if (run.group(2) == null) {
        continue;
      }
      int count = run.group(1).isEmpty() ? 1 : Integer.parseInt(run.group(1));
      switch (run.group(2)) {
        case "!" -> {
          return live;
        }
        case "$" -> {
          y += count;
          x = 0;
        }
        case "o" -> {
          requireNear(x + count, y, at);
          for (int i = 0; i < count; i++) {
            live.add(new Cell((int) x++, (int) y));
          }
        }
        default -> x += count;
      }
      requireNear(x, y, at);
    }
    throw new InputError(
        at == body.length()
            ? "the pattern in RLE does not end with `!`"
            : "expected `b`, `o`, `$` or `!` with a number before it, found `%s` at position %d of the RLE"
                .formatted(Character.toString(body.codePointAt(at)), at + 1));
  }

  private static void requireNear(long x, long y, int at) {
    if (x > FARTHEST || y > FARTHEST) {
      throw new InputError(
          "a pattern of more than %,d columns or lines, at position %d of the RLE"
              .formatted(FARTHEST, at));
    }
  }

  /// The board as text: all of a torus row, else the cells from the first to the last live one.
  static String print(Collection<Cell> live, CellularProgram program) {
    if (!program.isRow()) {
      return rle(live);
    }
    Extent extent =
        program.boundary() instanceof Boundary.Torus(int width, _)
            ? new Extent(0, 0, width, 1)
            : Extent.of(live);
    char[] row = "0".repeat(extent.width()).toCharArray();
    live.forEach(cell -> row[cell.x() - extent.left()] = '1');
    return new String(row);
  }

  /// Cells of any board, in RLE.
  static String print(Collection<Cell> live) {
    return rle(live);
  }

  /// RLE of the smallest rectangle that holds the cells.
  private static String rle(Collection<Cell> live) {
    Extent extent = Extent.of(live);
    StringBuilder out = new StringBuilder();
    int x = 0;
    int y = 0;
    int run = 0;
    for (Cell cell : new TreeSet<>(live)) {
      int column = cell.x() - extent.left();
      int line = cell.y() - extent.top();
      if (run > 0 && (line > y || column > x)) {
        append(out, run, 'o');
        run = 0;
      }
      if (line > y) {
        append(out, line - y, '$');
        x = 0;
        y = line;
      }
      append(out, column - x, 'b');
      x = column + 1;
      run++;
    }
    append(out, run, 'o');
    return out.append('!').toString();
  }

  private static void append(StringBuilder out, int count, char what) {
    if (count > 0) {
      out.append(count == 1 ? "" : count).append(what);
    }
  }
}
