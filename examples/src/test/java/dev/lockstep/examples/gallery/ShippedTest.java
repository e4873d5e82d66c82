package dev.lockstep.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of shipped programs is the list of the Mu programs and Turing machines in the
/// repository, but for the library of Mu programs, which stands in folders of its own.
class ShippedTest {
  private static final Path PROGRAMS = Path.of("programs");

  @Test
  void theListIsComplete() throws IOException {
    List<String> patterns = List.of("mu/[^/]+[.]mu", "turing/[^/]+[.]tm");
    try (Stream<Path> files = Files.walk(PROGRAMS)) {
      List<String> there =
          files
              .map(file -> PROGRAMS.relativize(file).toString().replace('\\', '/'))
              .filter(name -> patterns.stream().anyMatch(name::matches))
              .toList();
      assertThat(Example.paths()).containsExactlyInAnyOrderElementsOf(there).isSorted();
    }
  }

  @Test
  void everyProgramComesWithItsAnswers() {
    assertThat(Example.shipped())
        .allSatisfy(example -> assertThat(example.answers()).isNotEmpty())
        .allSatisfy(example -> assertThat(example.text()).isNotBlank());
  }
}
