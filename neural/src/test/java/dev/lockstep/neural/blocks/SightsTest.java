package dev.lockstep.neural.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What needs no tables says what the tables say.
class SightsTest {
  private static List<Sample> samples(int... lengths) {
    return Arrays.stream(lengths).mapToObj(length -> Sample.of(new int[length])).toList();
  }

  @Test
  void usualRulesSayWhatTheirTablesSay() {
    for (Visibility rule : List.of(new Visibility.Causal(), new Visibility.Everything())) {
      for (List<Sample> samples :
          List.of(samples(1), samples(7), samples(7, 7), samples(7, 3, 5), samples(3, 2))) {
        for (int time : new int[] {7, 8}) {
          same(rule, samples, time);
        }
      }
      same(rule, samples(1), 1);
    }
  }

  private static void same(Visibility rule, List<Sample> samples, int time) {
    Sights found = Sights.of(rule, samples, time);
    SightTable table = SightTable.of(rule, samples, time);
    assertThat(found).isNotInstanceOf(SightTable.class);
    assertThat(found.batch()).isEqualTo(table.batch());
    assertThat(found.most()).isEqualTo(table.most());
    assertThat(found.back()).isEqualTo(table.back());
    assertThat(found.ahead()).isEqualTo(table.ahead());
    assertThat(found.full()).isEqualTo(table.full());
    assertThat(found.allHear()).isEqualTo(table.allHear());
    assertThat(found.triangular()).isEqualTo(rule instanceof Visibility.Causal);
    for (int b = 0; b < samples.size(); b++) {
      for (int i = 0; i < time; i++) {
        assertThat(found.count(b, i)).isEqualTo(table.count(b, i));
        for (int j = 0; j < time; j++) {
          assertThat(found.sees(b, i, j)).isEqualTo(table.sees(b, i, j));
        }
        for (int slot = 0; slot < table.most(); slot++) {
          assertThat(found.key(b, i, slot)).isEqualTo(table.key(b, i, slot));
        }
      }
    }
  }
}
