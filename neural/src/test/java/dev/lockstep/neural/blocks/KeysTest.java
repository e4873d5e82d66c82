package dev.lockstep.neural.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Visibility;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Visibility BACK =
      new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 15));

  private static Sights sights(Visibility rule, Sample sample) {
    return Sights.of(rule, List.of(sample), sample.length());
  }

  private static Sample plain(int time) {
    return Sample.of(new int[time]);
  }

  /// Blocks of 16: position 20 stands in the second one and is compared with the first two.
  @Test
  void aBandIsABlockAndItsNeighbours() {
    Keys.Band band = (Keys.Band) Keys.of(sights(BACK, plain(130)), 130);
    assertThat(band).isEqualTo(new Keys.Band(130, 16, 1, 0));
    assertThat(band.queries()).isEqualTo(144);
    assertThat(band.slots()).isEqualTo(32);
    assertThat(IntStream.range(0, 32).map(slot -> band.key(0, 20, slot)).toArray())
        .containsExactly(IntStream.range(0, 32).toArray());
    assertThat(IntStream.range(0, 32).map(slot -> band.key(0, 3, slot)).filter(key -> key < 0))
        .hasSize(16); // there is no block before the first
    assertThat(IntStream.range(0, 32).map(slot -> band.key(0, 129, slot)).filter(key -> key < 0))
        .hasSize(14); // 130 to 143 are padding
  }

  @Test
  void aLongReachTakesLongBlocks() {
    assertThat(Keys.Band.reaching(17, 0, 400)).isEqualTo(new Keys.Band(400, 32, 1, 0));
    assertThat(Keys.Band.reaching(0, 64, 400)).isEqualTo(new Keys.Band(400, 64, 0, 1));
    assertThat(Keys.Band.reaching(1, 1, 400)).isEqualTo(new Keys.Band(400, 16, 1, 1));
    assertThat(Keys.Band.reaching(0, 0, 400)).isEqualTo(new Keys.Band(400, 16, 0, 0));
  }

  /// Few positions far away are listed, many are all compared.
  @Test
  void theCheapestIsTaken() {
    assertThat(Keys.of(sights(new Visibility.Causal(), plain(200)), 200))
        .isEqualTo(new Keys.All(200));
    Sample far =
        plain(200)
            .withLinks(IntStream.range(0, 200).mapToObj(i -> new int[] {(i + 90) % 200}).toList());
    assertThat(Keys.of(sights(new Visibility.Linked(), far), 200)).isInstanceOf(Keys.Listed.class);
    assertThat(Keys.of(sights(BACK, plain(20)), 20)).isEqualTo(new Keys.All(20));
  }

  /// Whatever is chosen, every visible position is in exactly one slot.
  @Test
  void nothingVisibleIsLeftOut() {
    Sample sample =
        plain(200)
            .withAxis(IntStream.range(0, 200).map(i -> i / 3).toArray())
            .withLinks(IntStream.range(0, 200).mapToObj(i -> new int[] {i * 7 % 200}).toList());
    for (Visibility rule :
        List.of(
            BACK,
            new Visibility.Window(Visibility.ORDER, 5),
            new Visibility.Window(0, 2),
            new Visibility.Linked())) {
      Sights sights = sights(rule, sample);
      Keys keys = Keys.of(sights, 200);
      assertThat(keys).isNotInstanceOf(Keys.All.class);
      for (int i = 0; i < 200; i++) {
        int query = i;
        int[] slots = IntStream.range(0, keys.slots()).map(s -> keys.key(0, query, s)).toArray();
        for (int j = 0; j < 200; j++) {
          int key = j;
          long found = IntStream.of(slots).filter(slot -> slot == key).count();
          assertThat(found).isBetween(rule.allows(sample, i, j) ? 1L : 0L, 1L);
        }
      }
    }
  }
}
