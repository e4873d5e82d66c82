package dev.lockstep.verify;

import dev.lockstep.data.Marks;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the windows that a layout allows are all that runs can meet: the enumeration is complete
/// for "at most one mark", the rule keeps that, and blank cells far from any mark stay blank.
final class Closure {
  private final Layout<?, ?> layout;
  private final Marks marks;
  private final int cells;
  private final List<List<int[]>> leaving; // by the place of their mark: windows that leave one
  private final List<String> objections = new ArrayList<>();

  private Closure(Layout<?, ?> layout, Marks marks) {
    this.layout = layout;
    this.marks = marks;
    this.cells = 2 * layout.radius() + 1;
    this.leaving =
        Stream.generate(() -> (List<int[]>) new ArrayList<int[]>()).limit(cells).toList();
  }

  /// What speaks against it; nothing where it holds.
  static List<String> objections(Layout<?, ?> layout, Marks marks) {
    Closure closure = new Closure(layout, marks);
    closure.checkWindows();
    if (layout.endless()) {
      closure.checkBlank();
    }
    closure.checkPairs();
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
          if (marks.holds(layout.rule(window))) {
            if (place < 0) {
              object("a mark appears where none is near", window);
            } else {
              leaving.get(place).add(window.clone());
            }
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

  /// No two windows around one mark both leave a mark in their middles, whatever stands beside it:
  /// those that agree where they overlap can stand in one row. Farther from the mark no window
  /// holds it, and `checkWindows` has shown that no mark appears there.
  private void checkPairs() {
    for (int near = 0; near < cells; near++) {
      for (int far = near + 1; far < cells; far++) {
        int shift = far - near;
        Map<Window, int[]> left = new HashMap<>();
        for (int[] window : leaving.get(far)) {
          left.put(Window.of(Arrays.copyOfRange(window, shift, cells)), window);
        }
        for (int[] window : leaving.get(near)) {
          int[] other = left.get(Window.of(Arrays.copyOf(window, cells - shift)));
          if (other != null) {
            int[] stretch = Arrays.copyOf(other, cells + shift);
            System.arraycopy(window, 0, stretch, shift, cells);
            object("one mark becomes two", stretch);
          }
        }
      }
    }
  }

  private void object(String why, int[] cells) {
    objections.add(why + ": " + Window.of(cells).describe(layout));
  }
}
