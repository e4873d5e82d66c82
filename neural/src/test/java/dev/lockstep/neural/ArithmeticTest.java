package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArithmeticTest {

  @Test
  void saysWhatComputes() {
    Arithmetic arithmetic = Arithmetic.of(Hardware.CPU);
    assertThat(arithmetic.engine()).isEqualTo("PyTorch");
    assertThat(arithmetic.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(arithmetic.device()).isEqualTo("cpu");
    assertThat(arithmetic.threads()).isPositive();
    assertThat(arithmetic.dtype()).isEqualTo("float32");
    assertThat(arithmetic.whole()).isTrue();
    assertThat(Hardware.values()).contains(Hardware.best());
  }
}
