package dev.lockstep.neural;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that are either whole or not there.
public final class AtomicFile {
  private AtomicFile() {}

  /// Something that can be written into a stream.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Something that can be read from an open file.
  @FunctionalInterface
  public interface Reader<T> {
    T read(FileChannel channel) throws IOException;
  }

  /// Writes a temporary file beside `file`, then moves it there.
  public static void write(Path file, Content content) {
    try {
      Path whole = file.toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path part = whole.resolveSibling(whole.getFileName() + "." + process() + ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          content.writeTo(out);
        }
        Files.move(
            part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ModelFileError("%s: the file cannot be written: %s".formatted(file, reason(e)));
    }
  }

  /// Names the temporary file, which, unlike one of the system's, others may read.
  private static long process() {
    return ProcessHandle.current().pid();
  }

  /// Reads a file; `ModelFileError` where that cannot be done.
  public static <T> T reading(Path file, Reader<T> reader) {
    try (FileChannel channel = FileChannel.open(file)) {
      return reader.read(channel);
    } catch (NoSuchFileException _) {
      throw new ModelFileError("%s: there is no such file".formatted(file));
    } catch (IOException e) {
      throw new ModelFileError("%s: the file cannot be read: %s".formatted(file, reason(e)));
    }
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
  }
}
