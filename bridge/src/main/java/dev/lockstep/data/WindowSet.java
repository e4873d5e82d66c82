package dev.lockstep.data;

import dev.lockstep.execute.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Different windows, each with the next content of its middle cell, in the order they were added.
/// Not thread-safe while it grows.
public final class WindowSet {
  private final List<Window> windows = new ArrayList<>();
  private final Map<Window, Integer> targets = new HashMap<>();

  /// Adds a window unless it is there; whether it was new. Throws `IllegalArgumentException` where
  /// it is there with another target.
  public boolean add(Window window, int target) {
    Integer before = targets.putIfAbsent(window, target);
    if (before == null) {
      windows.add(window);
      return true;
    }
    if (before != target) {
      throw new IllegalArgumentException(
          "window " + window + " led to " + before + " and to " + target);
    }
    return false;
  }

  public boolean contains(Window window) {
    return targets.containsKey(window);
  }

  /// The next content of the middle cell, where the window is known.
  public Optional<Integer> target(Window window) {
    return Optional.ofNullable(targets.get(window));
  }

  public int size() {
    return windows.size();
  }

  /// The windows in the order they were added, a view.
  public List<Window> windows() {
    return java.util.Collections.unmodifiableList(windows);
  }
}
