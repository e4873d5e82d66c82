package dev.lockstep.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {
  private final Sight sight = new Sight(new Notation.Shape(List.of(9), List.of(9, 9), 2));

  @Test
  void holdsAQueryAndSlotsInOrder() {
    sight.ask(5);
    sight.add(1, 2);
    assertThat(sight.flat()).containsExactly(5, 1, 2);
    assertThat(sight.count()).isEqualTo(1);
  }

  @Test
  void theOldestSlotsAreDropped() {
    sight.ask(5);
    for (int i = 1; i <= 5; i++) {
      sight.add(i, i);
    }
    assertThat(sight.dropped()).isTrue();
    assertThat(sight.flat()).containsExactly(5, 4, 4, 5, 5);
  }

  @Test
  void clearedItIsEmpty() {
    sight.ask(5);
    sight.add(1, 2);
    sight.clear();
    assertThat(sight.flat()).containsExactly(0);
  }
}
