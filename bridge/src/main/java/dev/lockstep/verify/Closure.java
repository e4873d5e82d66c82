package dev.lockstep.verify;

import dev.lockstep.data.Marks;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether the windows that a layout allows are all that runs can meet: the enumeration is complete
/// for "at most one mark", the rule keeps that, and blank cells far from any mark stay blank.
final class Closure {
  /// The most stretches of cells around a mark that are tried.
  private static final double MOST_STRETCHES = 5e7;

  private final Layout<?, ?> layout;
  private final Marks marks;
  private final int cells;
  private final List<String> objections = new ArrayList<>();

  private Closure(Layout<?, ?> layout, Marks marks) {
    this.layout = layout;
    this.marks = marks;
    this.cells = 2 * layout.radius() + 1;
  }

  /// What speaks against it; nothing where it holds.
  static List<String> objections(Layout<?, ?> layout, Marks marks) {
    Closure closure = new Closure(layout, marks);
    closure.checkWindows();
    closure.checkBlank();
    closure.checkStretches();
    return List.copyOf(closure.objections);
  }

  private void checkWindows() {
    Set<Window> seen = new HashSet<>();
    layout.windows(
        window -> {
          int place = marks.place(window);
          if (!layout.allowed(window) || !seen.add(Window.of(window)) || marks.count(window) > 1) {
            object("a window that is not allowed, or there twice, or has two marks", window);
          }
          if (place < 0 && marks.holds(layout.rule(window))) {
            object("a mark appears where none is near", window);
          }
        });
    if (seen.size() != marks.rows(cells)) {
      objections.add(
          "the layout names "
              + seen.size()
              + " windows; with at most one mark there are "
              + (long) marks.rows(cells));
    }
  }

  private void checkBlank() {
    int[] window = new int[cells];
    Arrays.fill(window, layout.blank());
    if (marks.holds(layout.blank()) || layout.rule(window) != layout.blank()) {
      object("blank cells do not stay blank", window);
    }
  }

  /// One mark with all that the windows holding it can see, whatever stands there: at most one mark
  /// is left. Farther away no window holds a mark, and `checkWindows` has shown that none appears.
  private void checkStretches() {
    int length = 2 * cells - 1;
    double plain = layout.contents().size() - (double) marks.count();
    if (marks.count() * Math.pow(plain, length - 1) > MOST_STRETCHES) {
      objections.add("too many stretches of " + length + " cells to try");
      return;
    }
    int[] stretch = new int[length];
    for (int mark : marks.contents()) {
      stretch[cells - 1] = mark;
      tryAll(stretch, 0);
    }
  }

  private void tryAll(int[] stretch, int at) {
    if (at == stretch.length) {
      int left = 0;
      for (int from = 0; from < cells; from++) {
        left += marks.holds(layout.rule(Arrays.copyOfRange(stretch, from, from + cells))) ? 1 : 0;
      }
      if (left > 1) {
        object("one mark becomes " + left, stretch);
      }
    } else if (at == cells - 1) {
      tryAll(stretch, at + 1);
    } else {
      for (int content = 0; content < layout.contents().size(); content++) {
        if (!marks.holds(content)) {
          stretch[at] = content;
          tryAll(stretch, at + 1);
        }
      }
    }
  }

  private void object(String why, int[] cells) {
    objections.add(why + ": " + Window.of(cells).describe(layout));
  }
}
