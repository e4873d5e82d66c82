package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.InductiveWriter;
import dev.lockstep.execute.TokenNetwork;
import dev.lockstep.machine.Budget;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.MuPrograms;
import dev.lockstep.notation.Sight;
import dev.lockstep.notation.TokenTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private final MuPrograms add = MuPrograms.of(MuPrograms.ADD);
  private final TokenTable table = new TokenTable(add.machine(), add.notation());
  private final TokenVerifier<MuConfiguration, MuDelta> verifier =
      new TokenVerifier<>(add.machine(), add.notation());
  private final MuConfiguration start = add.start("{\"a\": [7, 5, 2], \"b\": [8, 6, 1]}");

  @Test
  void aPerfectNetworkIsExact() {
    table.learn(start);
    TokenVerdict verdict = verifier.verifyAll(table, List.of(start), Budget.DEFAULT).getFirst();
    assertThat(verdict.describe()).isEqualTo("exact: 50 tokens of 18 steps");
  }

  @Test
  void theFirstWrongTokenIsNamedBothWays() {
    table.learn(start);
    TokenNetwork sabotaged = sights -> sights.stream().mapToInt(this::sevenForTwelve).toArray();
    String expected =
        "diverged at token 23 (step 9, turn 2, `let total = a[i] + b[i] + carry`, write total):"
            + " expected `12`, claimed `7`";
    List<MuConfiguration> starts = List.of(start);
    assertThat(verifier.verifyAll(sabotaged, starts, Budget.DEFAULT).getFirst().describe())
        .isEqualTo(expected);
    InductiveWriter writer = new InductiveWriter(add.notation(), sabotaged);
    assertThat(verifier.verifyAll(writer, starts, Budget.DEFAULT).getFirst().describe())
        .isEqualTo(expected);
  }

  @Test
  void aRunThatTheBudgetCutsIsNotExact() {
    table.learn(start);
    List<MuConfiguration> starts = List.of(start);
    TokenVerdict verdict = verifier.verifyAll(table, starts, Budget.ofSteps(9)).getFirst();
    assertThat(verdict.describe())
        .isEqualTo("agreed for 24 tokens until the budget of 9 steps was spent");
    assertThat(verdict.exact()).isFalse();
    assertThat(verdict.agreed()).isTrue();
    InductiveWriter writer = new InductiveWriter(add.notation(), table);
    assertThat(verifier.verifyAll(writer, starts, Budget.ofSteps(9)).getFirst()).isEqualTo(verdict);
  }

  private int sevenForTwelve(Sight sight) {
    int said = table.tokens(List.of(sight))[0];
    return said == add.notation().vocabulary().id("12")
        ? add.notation().vocabulary().id("7")
        : said;
  }
}
