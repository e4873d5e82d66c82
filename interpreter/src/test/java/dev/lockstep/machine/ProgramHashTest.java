package dev.lockstep.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgramHashTest {
  @Test
  void isTheSha256OfThePrintedForm() {
    // The test vector "abc" of FIPS 180-2.
    assertThat(ProgramHash.ofPrinted("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void theBriefFormIsAPrefix() {
    assertThat(ProgramHash.ofPrinted("abc").brief()).isEqualTo("ba7816bf8f01");
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatThrownBy(() -> new ProgramHash("BA78"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BA78");
  }
}
