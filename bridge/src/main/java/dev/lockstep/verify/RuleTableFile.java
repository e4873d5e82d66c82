package dev.lockstep.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.data.Marks;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A layout's local rule as a file, for the independent checker: a line of JSON, then each allowed
/// window with the next content of its middle cell, as numbers separated by tabs.
public final class RuleTableFile {
  private RuleTableFile() {}

  /// Writes the file atomically. Throws `UncheckedIOException` where the disk refuses.
  public static void write(Path file, Layout<?, ?> layout, ProgramHash program) {
    Path absolute = file.toAbsolutePath();
    try {
      Path fresh = Files.createTempFile(absolute.getParent(), ".rules", ".tmp");
      try {
        try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
          out.write(header(layout, program) + "\n");
          layout.windows(window -> line(out, window, layout.rule(window)));
        }
        Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode header(Layout<?, ?> layout, ProgramHash program) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("format", "lockstep-rules").put("version", 1);
    header.put("program", program.hex());
    header.put("radius", layout.radius());
    if (layout.endless()) {
      header.put("blank", layout.blank());
    }
    for (int mark : Marks.of(layout).contents()) {
      header.withArray("marks").add(mark);
    }
    for (Layout.Place place : layout.places()) {
      ObjectNode node = header.withArray("places").addObject();
      place.now().forEach(node.putArray("now")::add);
      place.next().forEach(node.putArray("next")::add);
    }
    layout.contents().forEach(header.putArray("contents")::add);
    return header;
  }

  private static void line(BufferedWriter out, int[] window, int next) {
    try {
      for (int content : window) {
        out.write(Integer.toString(content));
        out.write('\t');
      }
      out.write(next + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
