package dev.lockstep.report;

import java.util.List;
import java.util.OptionalInt;

/// One piece of a page, from top to bottom.
public sealed interface Block {
  record Heading(String text) implements Block {}

  record Prose(String text) implements Block {}

  /// A claim that is set apart, such as a theorem or what is not claimed.
  record Statement(String title, List<String> lines) implements Block {
    public Statement {
      lines = List.copyOf(lines);
    }
  }

  /// Large figures side by side.
  record Figures(List<Figure> figures) implements Block {
    public Figures {
      figures = List.copyOf(figures);
    }
  }

  /// One large figure with what it counts below it.
  record Figure(String value, String meaning, boolean good) {}

  /// A table; cells that start with a digit or a sign are set to the right.
  record Table(String caption, List<String> header, List<List<String>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " cells under " + header.size() + " headings: " + row);
        }
      }
    }
  }

  /// A PNG picture; `pixelated` keeps the pixels of a small picture sharp when it is stretched.
  record Picture(Png png, String caption, boolean pixelated) implements Block {}

  /// Two columns of lines, of which one pair may be the first that differs.
  record SideBySide(
      String caption, String leftTitle, String rightTitle, List<Pair> pairs, OptionalInt diverged)
      implements Block {
    public SideBySide {
      pairs = List.copyOf(pairs);
    }
  }

  /// One line of a comparison, with a label such as the step's number.
  record Pair(String label, String left, String right) {}

  record Code(String caption, String text) implements Block {}
}
