package dev.lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightBookTest {
  private final SightBook book = new SightBook();

  private static Sight sight(int role, int token) {
    Sight sight = new Sight(new Notation.Shape(List.of(9), List.of(9), 3));
    sight.ask(role);
    sight.add(token);
    return sight;
  }

  @Test
  void keepsEachVisibleSetOnce() {
    assertThat(book.add(sight(1, 2), 3)).isEqualTo(SightBook.Entry.NEW);
    assertThat(book.add(sight(1, 2), 3)).isEqualTo(SightBook.Entry.KNOWN);
    assertThat(book.size()).isEqualTo(1);
    assertThat(book.sight(0)).containsExactly(1, 2);
    assertThat(book.target(0)).isEqualTo(3);
    assertThat(book.knows(sight(1, 2))).isTrue();
    assertThat(book.knows(sight(2, 2))).isFalse();
  }

  @Test
  void countsVisibleSetsThatDoNotSuffice() {
    book.add(sight(1, 2), 3);
    assertThat(book.add(sight(1, 2), 4)).isEqualTo(SightBook.Entry.AMBIGUOUS);
    assertThat(book.ambiguous()).isEqualTo(1);
    assertThat(book.target(0)).isEqualTo(3);
  }

  @Test
  void aKindIsARoleAndAToken() {
    book.add(sight(1, 2), 3);
    book.add(sight(1, 4), 3);
    book.add(sight(2, 2), 3);
    book.add(sight(1, 5), 4);
    assertThat(book.kinds()).isEqualTo(3);
    assertThat(book.stratum(0)).isEqualTo(book.stratum(1)).isNotEqualTo(book.stratum(2));
  }
}
