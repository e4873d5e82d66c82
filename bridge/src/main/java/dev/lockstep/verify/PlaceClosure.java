package dev.lockstep.verify;

import dev.lockstep.data.WindowCount;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Layout.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The same as `Closure` for rows of places: no content belongs to two places, the enumeration has
/// everything that the places can hold together, once for each place in the middle, and what the
/// rule says at a place is a content of that place. What stands there afterwards is the host's to
/// show, and again a content of the place.
final class PlaceClosure {
  private final Layout<?, ?> layout;
  private final List<Set<Integer>> now = new ArrayList<>();
  private final List<Set<Integer>> next = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();

  private PlaceClosure(Layout<?, ?> layout) {
    this.layout = layout;
    for (Place place : layout.places()) {
      now.add(Set.copyOf(place.now()));
      next.add(Set.copyOf(place.next()));
    }
  }

  /// What speaks against it; nothing where it holds.
  static List<String> objections(Layout<?, ?> layout) {
    PlaceClosure closure = new PlaceClosure(layout);
    closure.checkPlaces();
    closure.checkWindows();
    return List.copyOf(closure.objections);
  }

  private void checkPlaces() {
    if (now.size() != 2 * layout.radius() + 1) {
      objections.add("windows of " + (2 * layout.radius() + 1) + " cells over " + now.size());
    }
    Set<Integer> all = new HashSet<>();
    for (Set<Integer> contents : next) {
      for (int content : contents) {
        if (!all.add(content)) {
          objections.add("two places share " + layout.contents().get(content));
        }
      }
    }
    for (int i = 0; i < now.size(); i++) {
      if (!next.get(i).containsAll(now.get(i))) {
        objections.add("place " + i + " shows what no step says");
      }
    }
  }

  private void checkWindows() {
    Set<Window> seen = new HashSet<>();
    layout.windows(
        window -> {
          int middle = middle(window);
          if (middle < 0 || !layout.allowed(window) || !seen.add(Window.of(window))) {
            object("a window that is not allowed, or there twice", window);
          } else if (!next.get(middle).contains(layout.rule(window))) {
            object("the rule says what does not belong there", window);
          }
        });
    if (seen.size() != WindowCount.of(layout)) {
      objections.add(
          "the layout names %d windows; there are %.0f"
              .formatted(seen.size(), WindowCount.of(layout)));
    }
  }

  /// The place in the middle, or -1 where a cell holds what does not belong there.
  private int middle(int[] window) {
    for (int middle = 0; middle < now.size(); middle++) {
      boolean fits = true;
      for (int i = 0; i < window.length; i++) {
        int place = Math.floorMod(middle - layout.radius() + i, now.size());
        fits &= now.get(place).contains(window[i]);
      }
      if (fits) {
        return middle;
      }
    }
    return -1;
  }

  private void object(String why, int[] window) {
    objections.add(why + ": " + Window.of(window).describe(layout));
  }
}
