package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MuInputsTest {
  private static final MuProgram ADD =
      MuRun.program(
          """
          fn digits(xs: [int]) -> bool {
            for x in xs {
              if x < 0 || x > 9 { return false }
            }
            return true
          }

          fn main(a: [int], b: [int])
              requires len(a) == len(b) && digits(a) && digits(b) {}
          """);

  @Test
  void inputsSatisfyRequires() {
    Set<Integer> lengths = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Value.Fields input =
          (Value.Fields) new MuLanguage().input(ADD, new SplittableRandom(seed), 10);
      Value.Items a = (Value.Items) input.values().get("a");
      Value.Items b = (Value.Items) input.values().get("b");
      assertThat(a.values()).as("seed %d", seed).hasSameSizeAs(b.values());
      lengths.add(a.values().size());
    }
    assertThat(lengths).contains(0, 1, 10).allMatch(length -> length <= 10);
  }

  @Test
  void longInputsAreFoundToo() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(new MuLanguage().input(ADD, new SplittableRandom(seed), 1000)).isNotNull();
    }
  }

  @Test
  void aConditionThatNothingMeetsIsNamed() {
    MuProgram program = MuRun.program("fn main(n: int) requires n > n + 1 {}");
    assertThatThrownBy(() -> new MuLanguage().input(program, new SplittableRandom(1), 4))
        .isInstanceOf(InputError.class)
        .hasMessage(
            "found no input of size 4 in 10000 tries; the last: requires failed: `n > n + 1`");
  }
}
