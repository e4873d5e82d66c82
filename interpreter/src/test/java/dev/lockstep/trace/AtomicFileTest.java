package dev.lockstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    try (AtomicFile file = new AtomicFile(target)) {
      file.stream().write("new".getBytes(StandardCharsets.UTF_8));
      assertThat(target).hasContent("old");
      file.commit();
    }
    assertThat(target).hasContent("new");
    assertThat(files()).containsExactly("a.txt");
  }

  @Test
  void nothingIsLeftOfAnAbandonedFile() throws IOException {
    try (AtomicFile file = new AtomicFile(folder.resolve("a.txt"))) {
      file.stream().write(1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> new AtomicFile(folder.resolve("none").resolve("a.txt")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no such folder: ")
        .hasMessageEndingWith("none");
  }

  private Iterable<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
