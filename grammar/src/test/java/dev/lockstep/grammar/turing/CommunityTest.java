package dev.lockstep.grammar.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTest {
  private static TuringProgram read(String text) {
    return TuringReader.read(new Source("test.tm", text));
  }

  @Test
  void readsRowsOfCells() {
    assertThat(read("// two states\n\n 1RB1LB_1LA1RZ  // done\n"))
        .isEqualTo(
            new TuringProgram(
                '0',
                new State("A"),
                List.of(new State("Z")),
                List.of(
                    new Rule("A", '0', '1', Move.R, "B"),
                    new Rule("A", '1', '1', Move.L, "B"),
                    new Rule("B", '0', '1', Move.L, "A"),
                    new Rule("B", '1', '1', Move.R, "Z"))));
    assertThat(read("1RB---_1LA1RZ").rules()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1RB1LB_1LA1RZ",
        "1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA",
        "1RB---_1LA1RZ",
        "---1RA",
        "1RB2LB1RZ_2LA2RB1LB"
      })
  void writesWhatItReads(String text) {
    assertThat(Community.write(read(text))).contains(text);
  }

  @Test
  void writesRandomMachinesThatReadBackEqual() {
    for (long seed = 0; seed < 200; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int states = 1 + random.nextInt(25);
      int symbols = 2 + random.nextInt(9);
      StringBuilder text = new StringBuilder();
      for (int state = 0; state < states; state++) {
        text.append(state == 0 ? "" : "_");
        for (int symbol = 0; symbol < symbols; symbol++) {
          int next = random.nextInt(states + 1);
          text.append(symbol)
              .append(random.nextBoolean() ? 'L' : 'R')
              .append(next == states ? 'Z' : (char) ('A' + next));
        }
      }
      assertThat(Community.write(read(text.toString())))
          .as("seed %d", seed)
          .contains(text.toString());
      TuringProgram program = read(text.toString());
      assertThat(read(TuringPrinter.print(program))).isEqualTo(program);
    }
  }

  @Test
  void renamesOtherProgramsWhereItCan() {
    assertThat(
            Community.write(
                read("blank _\nstart q\nhalt h\nr: _ -> x L q\nq: _ -> x R r\nq: x -> _ L h\n")))
        .contains("1RB0LZ_1LA---");
    assertThat(Community.write(read("blank _\nstart q\nhalt h\nq: _ -> _ N h\n"))).isEmpty();
  }

  @Test
  void saysWhereARowIsWrong() {
    SourceErrors errors =
        catchThrowableOfType(SourceErrors.class, () -> read("1RB1XB_1LA1RD_1RZ_------"));
    assertThat(errors.diagnostics().stream().map(Diagnostic::message))
        .containsExactly(
            "expected a symbol from 0 to 1, `L` or `R`, and a state from A to D or Z, found `1XB`",
            "expected a row as long as the first, 6 characters, found 3 characters");
    SourceErrors unruled = catchThrowableOfType(SourceErrors.class, () -> read("1RB1RZ_------"));
    assertThat(unruled)
        .hasMessageContaining("test.tm:1:8: error: state `B` has no rule")
        .hasMessageContaining("Write `Z` where the machine halts.");
  }
}
