package dev.lockstep.examples.demo;

import dev.lockstep.machine.Layout;
import dev.lockstep.report.Png;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Boards side by side, a square for each cell, with a line between them.
final class PlanePicture {
  private static final int MARGIN = 2; // cells around each board
  private static final Color LINE = new Color(0xBBBBBB);
  private static final int WIDTH = 856; // about that of a page, in pixels

  private PlanePicture() {}

  static Png of(Layout<?, ?> layout, List<Layout.Row> boards) {
    CellColours colours = CellColours.of(layout);
    long left = boards.stream().mapToLong(Layout.Row::first).min().orElse(0) - MARGIN;
    long top = boards.stream().mapToLong(Layout.Row::top).min().orElse(0) - MARGIN;
    long right = boards.stream().mapToLong(it -> it.first() + it.width()).max().orElse(1) + MARGIN;
    long bottom = boards.stream().mapToLong(PlanePicture::bottom).max().orElse(1) + MARGIN;
    int width = (int) (right - left);
    int height = (int) (bottom - top);
    int cell = Math.max(1, WIDTH / (boards.size() * (width + 1)));
    int board = width * cell + 1; // with the line after it
    BufferedImage image =
        new BufferedImage(boards.size() * board - 1, height * cell, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < boards.size(); i++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int content = boards.get(i).at(left + x, top + y, layout.blank());
          pen.setColor(new Color(colours.rgb(content)));
          pen.fillRect(i * board + x * cell, y * cell, cell, cell);
        }
      }
      pen.setColor(LINE);
      pen.drawLine((i + 1) * board - 1, 0, (i + 1) * board - 1, height * cell);
    }
    pen.dispose();
    return Png.of(image);
  }

  private static long bottom(Layout.Row board) {
    return board.top() + board.cells().length / board.width();
  }
}
