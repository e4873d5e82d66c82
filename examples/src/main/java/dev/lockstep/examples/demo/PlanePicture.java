package dev.lockstep.examples.demo;

import dev.lockstep.machine.Layout;
import dev.lockstep.report.Png;
import java.awt.image.BufferedImage;
import java.util.List;

/// Boards side by side, a pixel for each cell, with a line between them.
final class PlanePicture {
  private static final int MARGIN = 2; // cells around each board
  private static final int LINE = 0xBBBBBB;

  private PlanePicture() {}

  static Png of(Layout<?, ?> layout, List<Layout.Row> boards) {
    CellColours colours = CellColours.of(layout);
    long left = boards.stream().mapToLong(Layout.Row::first).min().orElse(0) - MARGIN;
    long top = boards.stream().mapToLong(Layout.Row::top).min().orElse(0) - MARGIN;
    long right = boards.stream().mapToLong(it -> it.first() + it.width()).max().orElse(1) + MARGIN;
    long bottom = boards.stream().mapToLong(PlanePicture::bottom).max().orElse(1) + MARGIN;
    int width = (int) (right - left);
    int height = (int) (bottom - top);
    BufferedImage image =
        new BufferedImage(boards.size() * (width + 1) - 1, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < boards.size(); i++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int content = boards.get(i).at(left + x, top + y, layout.blank());
          image.setRGB(i * (width + 1) + x, y, colours.rgb(content));
        }
        if (i > 0) {
          image.setRGB(i * (width + 1) - 1, y, LINE);
        }
      }
    }
    return Png.of(image);
  }

  private static long bottom(Layout.Row board) {
    return board.top() + board.cells().length / board.width();
  }
}
