package dev.lockstep.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears whole or not at all: written beside its place, moved there by `commit`, and
/// deleted by `close` or the end of the process where `commit` was never called.
public final class AtomicFile implements Closeable {
  private final Path target;
  private final Path draft;
  private final OutputStream stream;
  private boolean committed;

  /// Throws `IOException` where the folder of `target` is missing or refuses.
  public AtomicFile(Path target) throws IOException {
    this.target = target;
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("a folder, expected a file to write");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException("no such folder: " + folder);
    }
    long process = ProcessHandle.current().pid();
    this.draft = folder.resolve("." + target.getFileName() + "." + process + ".draft");
    this.stream = Files.newOutputStream(draft);
    draft.toFile().deleteOnExit();
  }

  /// Where to write; buffered by the caller, if at all.
  public OutputStream stream() {
    return stream;
  }

  /// Closes the stream and puts the file in its place, over one that stood there.
  public void commit() throws IOException {
    stream.close();
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      stream.close();
      Files.deleteIfExists(draft);
    }
  }
}
