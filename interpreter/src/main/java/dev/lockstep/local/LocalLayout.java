package dev.lockstep.local;

import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A ring of cells as a layout: every window is allowed, there is no outside.
record LocalLayout(List<String> contents, int radius, Function<List<String>, String> local)
    implements Layout<Ring, Ring> {

  @Override
  public int blank() {
    return 0;
  }

  @Override
  public boolean endless() {
    return false;
  }

  @Override
  public Row grown(Row row) {
    return row;
  }

  @Override
  public int[] around(Row row, int index) {
    int[] window = new int[2 * radius + 1];
    for (int i = 0; i < window.length; i++) {
      window[i] = row.cells()[Math.floorMod(index - radius + i, row.cells().length)];
    }
    return window;
  }

  @Override
  public Row row(Ring ring) {
    return new Row(0, ring.cells().stream().mapToInt(contents::indexOf).toArray());
  }

  @Override
  public Next<Ring> step(Ring before, Row after) {
    if (!Arrays.stream(after.cells()).allMatch(it -> it >= 0 && it < contents.size())) {
      return new Next.Garbled<>("a cell holds no known content");
    }
    Ring ring = new Ring(names(after.cells()));
    return ring.equals(before) ? new Next.Halt<>() : new Next.Do<>(ring);
  }

  private List<String> names(int[] cells) {
    return Arrays.stream(cells).mapToObj(contents::get).toList();
  }

  /// Only the next ring tells.
  @Override
  public boolean over(Ring ring) {
    return false;
  }

  @Override
  public int rule(int[] window) {
    return contents.indexOf(local.apply(names(window)));
  }

  @Override
  public boolean allowed(int[] window) {
    return true;
  }

  @Override
  public void windows(Consumer<int[]> each) {
    fill(new int[2 * radius + 1], 0, each);
  }

  private void fill(int[] window, int at, Consumer<int[]> each) {
    if (at == window.length) {
      each.accept(window);
      return;
    }
    for (int content = 0; content < contents.size(); content++) {
      window[at] = content;
      fill(window, at + 1, each);
    }
  }

  @Override
  public String invariant() {
    return "every cell holds one of " + contents;
  }

  @Override
  public String explain(int[] window) {
    List<String> names = names(window);
    return String.join(" ", names) + " -> " + local.apply(names);
  }
}
