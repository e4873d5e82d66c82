package dev.lockstep.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepTest {
  private static int count(int depth) {
    return depth == 0 ? 0 : 1 + count(depth - 1);
  }

  @Test
  void recursionGoesDeep() {
    assertThat(Deep.call(() -> count(1_000_000))).isEqualTo(1_000_000);
    assertThat(Deep.call(() -> Deep.call(() -> count(10)))).isEqualTo(10);
  }

  @Test
  void whatIsThrownComesOut() {
    assertThatThrownBy(
            () ->
                Deep.call(
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wrong");
  }
}
