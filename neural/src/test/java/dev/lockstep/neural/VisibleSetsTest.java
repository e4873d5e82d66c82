package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisibleSetsTest {
  private final LocalSpec spec =
      new LocalSpec(List.of(90), List.of(90, 70), 4, 2, 8, 1, 1, 8, Activation.RELU);

  @Test
  void whatWasAddedIsThere() {
    SplittableRandom random = new SplittableRandom(1);
    VisibleSets sets = new VisibleSets(spec);
    List<int[]> queries = new ArrayList<>();
    List<int[]> slots = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      queries.add(Fixtures.tuples(random, spec.queryFeatures(), 1));
      slots.add(Fixtures.tuples(random, spec.slotFeatures(), 4));
      sets.add(queries.getLast(), slots.getLast());
    }
    assertThat(sets.size()).isEqualTo(3000);
    for (int i = 0; i < 3000; i++) {
      assertThat(sets.query(i)).isEqualTo(queries.get(i));
      assertThat(sets.slots(i)).isEqualTo(slots.get(i));
    }
    assertThat(sets.tuples().length / 2).isBetween(4000, 90 * 70 + 1);
  }

  @Test
  void equalSlotsAreOneKindAndHiddenOnesKindZero() {
    VisibleSets sets = new VisibleSets(spec);
    sets.add(new int[] {1}, new int[] {7, 8, VisibleSets.HIDDEN, 999, 7, 8});
    sets.add(new int[] {2}, new int[] {7, 9});
    assertThat(sets.kinds(0, 2)).containsExactly(1, 0, 1, 0, 2, 0, 0, 0);
    assertThat(sets.tuples()).containsExactly(0, 0, 7, 8, 7, 9);
    assertThat(sets.slots(0)).containsExactly(7, 8, -1, -1, 7, 8, -1, -1);
    sets.addAll(sets);
    assertThat(sets.size()).isEqualTo(4);
    assertThat(sets.slots(2)).isEqualTo(sets.slots(0));
    sets.clear();
    assertThat(sets.size()).isZero();
    sets.add(new int[] {2}, new int[] {7, 9});
    assertThat(sets.kinds(0, 1)).containsExactly(1, 0, 0, 0);
  }

  @Test
  void idsOutOfRangeAreRefused() {
    VisibleSets sets = new VisibleSets(spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.add(new int[] {90}, new int[0]))
        .withMessage("expected an id below 90 in query feature 0, found 90");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.add(new int[] {0}, new int[] {0, 70}))
        .withMessage("expected an id below 70 in slot feature 1, found 70");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.add(new int[] {0}, new int[] {-2, 0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.add(new int[] {0}, new int[3]))
        .withMessageContaining("up to 4 slots of 2 ids, found 3 ids");
    assertThatIllegalArgumentException().isThrownBy(() -> sets.add(new int[] {0}, new int[10]));
    assertThatIllegalArgumentException().isThrownBy(() -> sets.add(new int[2], new int[0]));
    assertThat(sets.size()).isZero();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> sets.query(0));
  }
}
