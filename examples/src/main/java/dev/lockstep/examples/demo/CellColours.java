package dev.lockstep.examples.demo;

import dev.lockstep.data.Marks;
import dev.lockstep.machine.Layout;
import java.awt.Color;

/// A colour for each content of a cell: white for blank, shades for symbols, orange for the head.
record CellColours(Layout<?, ?> layout, Marks marks) {
  private static final int HEAD = 0xD55E00;

  static CellColours of(Layout<?, ?> layout) {
    return new CellColours(layout, Marks.of(layout));
  }

  int rgb(int content) {
    if (content == layout.blank()) {
      return 0xFFFFFF;
    }
    if (marks.holds(content)) {
      return HEAD;
    }
    String name = layout.contents().get(content);
    return switch (name) {
      case "0" -> 0xD6E4F0;
      case "1" -> 0x0072B2;
      default -> Color.HSBtoRGB(0.30f + (name.hashCode() & 7) * 0.05f, 0.35f, 0.75f) & 0xFFFFFF;
    };
  }
}
