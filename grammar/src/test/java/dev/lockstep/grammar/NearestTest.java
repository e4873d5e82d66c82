package dev.lockstep.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("value", "carry", "carried", "n", "xs");

  @Test
  void slipsAreFoundAndOthersAreNot() {
    assertThat(Nearest.to("valeu", KNOWN)).contains("value");
    assertThat(Nearest.to("cary", KNOWN)).contains("carry");
    assertThat(Nearest.to("x", KNOWN)).contains("xs");
    assertThat(Nearest.to("m", KNOWN)).isEmpty();
    assertThat(Nearest.to("total", KNOWN)).isEmpty();
    assertThat(Nearest.to("value".repeat(50_000), KNOWN)).isEmpty();
  }
}
