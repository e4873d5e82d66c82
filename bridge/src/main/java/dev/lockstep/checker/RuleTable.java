package dev.lockstep.checker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// A rule table: which windows there are, and what the middle cell of each holds next.
///
/// The file's first line is a JSON object: `program` (a hash), `contents` (names), `marks` (numbers
/// of the contents of which a row holds at most one), `blank` (a number; none where rows have no
/// outside), `radius`, and `places` where a row has a fixed number of them: for each the contents
/// that stand there `now` and those that are said there `next`. Each further line is a window and
/// the next content of its middle cell, as numbers separated by tabs.
final class RuleTable {
  private final Path file;
  private final JsonNode header;
  private final int contents;
  private final int cells;
  private final BitSet marks = new BitSet();
  private final List<Place> places = new ArrayList<>();
  private final Map<Long, Integer> next = new HashMap<>();

  /// What one place of a row holds now, and what is said there.
  record Place(BitSet now, BitSet next) {}

  /// Throws `BadFile` where the file is no rule table or has a window twice.
  RuleTable(Path file) {
    this.file = file;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      header = new ObjectMapper().readTree(first == null ? "" : first);
      contents = header.path("contents").size();
      cells = 2 * header.path("radius").asInt(-1) + 1;
      if (contents < 1 || cells < 1 || Math.pow(contents, cells) > Long.MAX_VALUE / 2.0) {
        throw new BadFile(file, "line 1: not the header of a rule table");
      }
      header.path("marks").forEach(mark -> marks.set(content(mark.asText(), 1)));
      header
          .path("places")
          .forEach(it -> places.add(new Place(set(it.path("now")), set(it.path("next")))));
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line, ++number);
      }
    } catch (JsonProcessingException _) {
      throw new BadFile(file, "line 1: not the header of a rule table");
    } catch (IOException e) {
      throw new BadFile(file, "cannot be read: " + e.getMessage());
    }
  }

  private BitSet set(JsonNode numbers) {
    BitSet set = new BitSet();
    numbers.forEach(number -> set.set(content(number.asText(), 1)));
    return set;
  }

  private void add(String line, int number) {
    String[] fields = line.split("\t", -1);
    if (fields.length != cells + 1) {
      throw new BadFile(file, "line " + number + ": expected " + (cells + 1) + " numbers");
    }
    long code = 0;
    for (int i = 0; i < cells; i++) {
      code = code * contents + content(fields[i], number);
    }
    if (next.put(code, content(fields[cells], number)) != null) {
      throw new BadFile(file, "line " + number + ": a window for the second time");
    }
  }

  private int content(String text, int line) {
    try {
      int content = Integer.parseInt(text);
      if (content >= 0 && content < contents) {
        return content;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new BadFile(file, "line " + line + ": not the number of a content: `" + text + "`");
  }

  /// The hash of the program whose rules these are; empty where the file names none.
  String program() {
    return header.path("program").asText();
  }

  int contents() {
    return contents;
  }

  /// Cells of a window.
  int cells() {
    return cells;
  }

  /// Whether there are blank cells outside a row.
  boolean endless() {
    return header.has("blank");
  }

  int blank() {
    return header.path("blank").asInt(-1);
  }

  BitSet marks() {
    return marks;
  }

  /// None where all cells are alike.
  List<Place> places() {
    return places;
  }

  int size() {
    return next.size();
  }

  /// The next content of the middle of the window at `from` in `row`; -1 where the table has none.
  int next(int[] row, int from) {
    long code = 0;
    for (int i = 0; i < cells; i++) {
      code = code * contents + row[from + i];
    }
    return next.getOrDefault(code, -1);
  }

  /// Every window with the next content of its middle.
  void each(BiConsumer<int[], Integer> window) {
    next.forEach((code, content) -> window.accept(decoded(code), content));
  }

  private int[] decoded(long code) {
    int[] window = new int[cells];
    for (int i = cells - 1; i >= 0; i--) {
      window[i] = (int) (code % contents);
      code /= contents;
    }
    return window;
  }

  /// A stretch of cells by its contents' names, the middle one in brackets.
  String describe(int[] window) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < window.length; i++) {
      String name = header.path("contents").path(window[i]).asText();
      out.append(i == 0 ? "" : " ").append(i == window.length / 2 ? "[" + name + "]" : name);
    }
    return out.toString();
  }
}
