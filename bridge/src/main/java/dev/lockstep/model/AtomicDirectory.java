package dev.lockstep.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Directories that appear whole or not at all.
public final class AtomicDirectory {
  private AtomicDirectory() {}

  /// Has `content` fill a fresh directory beside `target` and moves it there, in place of an
  /// earlier one. Throws `UncheckedIOException` where the disk refuses; then `target` is as it was.
  public static void write(Path target, Consumer<Path> content) {
    Path absolute = target.toAbsolutePath().normalize();
    try {
      Path parent = Files.createDirectories(absolute.getParent());
      Path fresh = beside(parent, absolute, "new");
      try {
        content.accept(fresh);
        replace(fresh, absolute);
      } finally {
        delete(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A fresh directory that, unlike a temporary one, others may read as they may what is beside it.
  private static Path beside(Path parent, Path target, String what) throws IOException {
    long process = ProcessHandle.current().pid();
    Path directory = parent.resolve("." + target.getFileName() + "." + process + "." + what);
    delete(directory); // left by a process of the same number that was killed
    return Files.createDirectory(directory);
  }

  /// Throws `UncheckedIOException` where `write` could not make `target`: asked before long work.
  public static void requireWritable(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    try {
      Path parent = Files.createDirectories(absolute.getParent());
      delete(beside(parent, absolute, "new"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void replace(Path fresh, Path target) throws IOException {
    if (!Files.exists(target)) {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = beside(target.getParent(), target, "old");
    Path aside = old.resolve("replaced");
    Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    } finally {
      delete(old);
    }
  }

  /// Removes a directory and all in it, if it is there.
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
