package dev.lockstep.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerNotationTest {
  @Test
  void aListIsItsElementsWithTheirNeighboursInSight() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    AnswerNotation answer = new AnswerNotation(add.machine().code(), add.machine());
    Dictation<MuConfiguration, MuDelta> run =
        new Dictation<>(
            add.machine(), answer, add.start("{\"a\": [7, 5], \"b\": [8, 6]}"), Budget.DEFAULT);
    Sight sight = new Sight(answer.shape());
    List<String> words = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    while (run.more()) {
      run.script().look(sight);
      seen.add(sight.count());
      words.add(answer.vocabulary().word(run.token()));
      run.advance();
    }
    assertThat(words).containsExactly("5", "2", "1", "end");
    // Two digits of two lists; three places of both and the last digit; two places; the end alone.
    assertThat(seen).containsExactly(4, 7, 5, 3);
  }

  @Test
  void anIntIsItsDigits() {
    MuPrograms times = MuPrograms.of("fn main(n: int) -> int {\n return n * 1001\n}");
    AnswerNotation answer = new AnswerNotation(times.machine().code(), times.machine());
    Dictation<MuConfiguration, MuDelta> run =
        new Dictation<>(times.machine(), answer, times.start("{\"n\": -5}"), Budget.DEFAULT);
    List<Integer> tokens = new ArrayList<>();
    while (run.more()) {
      tokens.add(run.token());
      run.advance();
    }
    assertThat(answer.vocabulary().spell(tokens)).isEqualTo("-5 0 0 -5 end");
  }
}
