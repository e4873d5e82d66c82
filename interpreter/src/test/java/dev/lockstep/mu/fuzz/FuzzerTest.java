package dev.lockstep.mu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FuzzerTest {
  @Test
  void aSmallSearchFindsNothing() {
    Fuzzer fuzzer = new Fuzzer(20_261_124);
    assertThat(LongStream.range(0, 1_000).mapToObj(fuzzer::examine).flatMap(it -> it.stream()))
        .isEmpty();
    assertThat(fuzzer.programs()).isBetween(500L, 950L);
  }

  @Test
  void aSourceComesAgainFromItsNumber() {
    LongStream.range(0, 50)
        .forEach(
            index ->
                assertThat(new Fuzzer(3).source(index)).isEqualTo(new Fuzzer(3).source(index)));
    assertThat(new Fuzzer(3).source(4)).isNotEqualTo(new Fuzzer(4).source(4));
  }
}
