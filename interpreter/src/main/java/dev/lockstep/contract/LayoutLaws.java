package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What holds for a layout: its local rule, asked for every cell, tells the machine's steps.
///
/// @param machine whose steps are told
record LayoutLaws<C, D>(Machine<C, D> machine, Layout<C, D> layout) {

  /// Contents have different names, and there is a blank among them.
  void contentsAreNamed() {
    Set<String> names = new HashSet<>(layout.contents());
    assertEquals(layout.contents().size(), names.size(), "contents that share a name");
    assertTrue(layout.blank() >= 0 && layout.blank() < names.size(), "the blank is no content");
    assertFalse(layout.invariant().isBlank(), "the invariant has no words");
  }

  /// In each configuration, the row that the local rule makes is the machine's next step.
  void ruleTellsTheSteps(List<C> configurations) {
    for (C now : configurations) {
      Next<D> expected = machine.next(now);
      if (layout.over(now)) {
        assertEquals(new Next.Halt<D>(), expected, "over in " + now);
      } else {
        assertEquals(plain(expected), plain(layout.step(now, after(now))), "a step in " + now);
      }
    }
  }

  private Layout.Row after(C now) {
    Layout.Row before = layout.grown(layout.row(now));
    int[] cells = new int[before.cells().length];
    for (int i = 0; i < cells.length; i++) {
      int[] window = layout.around(before, i);
      assertEquals(before.cells()[i], window[window.length / 2], "the middle of a window");
      assertTrue(layout.allowed(window), "a window that is not allowed occurs in " + now);
      assertFalse(layout.explain(window).isBlank(), "a window without an explanation");
      cells[i] = layout.rule(window);
      assertTrue(cells[i] >= 0 && cells[i] < layout.contents().size(), "no content: " + cells[i]);
    }
    return new Layout.Row(before.first(), before.top(), before.width(), cells);
  }

  /// A step without its note, which layouts cannot know.
  private static <D> Next<D> plain(Next<D> next) {
    return next instanceof Next.Do<D>(D delta, _) ? new Next.Do<>(delta) : next;
  }
}
