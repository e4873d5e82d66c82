package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LibraryTourTest {
  @Test
  void theTourEndsCertified() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LibraryTour.tour(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "8 steps, Text[value=1100]",
            "exact: 402 steps, halted",
            "certified on all 351 windows");
  }

  @Test
  void theReadmeShowsTheTourAsItIs() throws IOException {
    String code = Files.readString(Path.of("src/main/java/dev/lockstep/examples/LibraryTour.java"));
    String body =
        code.substring(code.indexOf("    var turing ="), code.lastIndexOf("  }\n}"))
            .stripTrailing();
    assertThat(Files.readString(Path.of("../README.md"))).contains(body.stripIndent());
  }
}
