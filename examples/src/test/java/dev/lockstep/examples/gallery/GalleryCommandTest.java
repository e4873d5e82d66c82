package dev.lockstep.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {
  @TempDir private Path folder;

  @Test
  void measuresOnceAndGoesOn() throws IOException {
    Ran first = gallery("--only", "turing/parity.tm", "--steps", "1000");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("turing/parity.tm", "looped", "certified, confirmed: ");
    JsonNode figures = Example.json(Files.readString(folder.resolve("gallery.json")));
    JsonNode parity = figures.path("programs").path(0);
    assertThat(parity.at("/answers/right")).isEqualTo(parity.at("/answers/of"));
    assertThat(parity.at("/longer/right").asInt()).isEqualTo(parity.at("/longer/of").asInt());
    assertThat(parity.at("/longer/length").asInt())
        .isGreaterThanOrEqualTo(10 * parity.at("/learned/length").asInt());
    assertThat(Files.readString(folder.resolve("page.md"))).contains("| turing/parity.tm | looped");

    Ran second = gallery("--only", "turing/parity.tm", "--steps", "1000");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    assertThat(gallery("--only", "turing/parity.tm", "--steps", "900").err())
        .contains("gallery: turing/parity.tm: learn from ");
  }

  @Test
  void namesWhatThereIs() {
    Ran wrong = gallery("--only", "turing/party.tm");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("lockstep: error: --only: no example `turing/party.tm`");
  }

  @Test
  void keepsItsHandsOffOtherFiles() throws IOException {
    Files.writeString(folder.resolve("gallery.json"), "{\"experiment\": \"seeds\"}");
    Ran refused = gallery("--only", "turing/parity.tm");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is there and is not a result of the gallery");
  }

  private Ran gallery(String option, String value, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "gallery",
                "-o",
                folder.resolve("gallery.json").toString(),
                "--markdown",
                folder.resolve("page.md").toString(),
                option,
                value));
    line.addAll(List.of(more));
    return Ran.of(line);
  }
}
