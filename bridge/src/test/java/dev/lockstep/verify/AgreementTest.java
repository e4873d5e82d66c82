package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.Toy;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final List<Value> INPUTS = List.of(Value.of("1"), Value.of("1011"));

  @Test
  void aLayoutIsComparedWithItsMachine() {
    Toy toy = Toy.INCREMENT;

    assertThat(Agreement.of(toy, toy, INPUTS, Budget.DEFAULT))
        .isEqualTo(new Agreement(2, 4 + 8, List.of()));
    Agreement wrong = Agreement.of(toy, toy.with("b0", "0LH"), INPUTS, Budget.DEFAULT);
    assertThat(wrong.holds()).isFalse();
    assertThat(wrong.parted()).singleElement().asString().startsWith("diverged at step 8: ");
  }
}
