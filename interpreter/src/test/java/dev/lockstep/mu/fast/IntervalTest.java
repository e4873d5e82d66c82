package dev.lockstep.mu.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/// Intervals hold what their members give, by trying all of them; sums, differences, products and
/// quotients by positive ints hold nothing more at their ends.
class IntervalTest {
  private static final int LEAST = -5;
  private static final int MOST = 5;

  @Test
  void whatMembersGiveIsWithin() {
    check(Interval::plus, Integer::sum, true);
    check(Interval::minus, (a, b) -> a - b, true);
    check(Interval::times, (a, b) -> a * b, true);
    check(Interval::over, Math::floorDiv, false);
    check(Interval::modulo, Math::floorMod, false);
  }

  private static void check(
      BinaryOperator<Interval> intervals, IntBinaryOperator members, boolean tight) {
    boolean divides = !tight;
    for (int a = LEAST; a <= MOST; a++) {
      for (int b = a; b <= MOST; b++) {
        for (int c = LEAST; c <= MOST; c++) {
          for (int d = c; d <= MOST; d++) {
            Interval found = intervals.apply(Interval.of(a, b), Interval.of(c, d));
            Interval least = members(members, a, b, c, d, divides);
            assertThat(least.within(found)).as("%s..%s, %s..%s: %s", a, b, c, d, found).isTrue();
            if (tight) {
              assertThat(found).isEqualTo(least);
            }
          }
        }
      }
    }
  }

  private static Interval members(
      IntBinaryOperator members, int a, int b, int c, int d, boolean divides) {
    Interval all = Interval.NONE;
    for (int x = a; x <= b; x++) {
      for (int y = c; y <= d; y++) {
        if (!divides || y != 0) {
          all = all.join(Interval.of(members.applyAsInt(x, y)));
        }
      }
    }
    return all;
  }

  @Test
  void aQuotientByALiteralIsTight() {
    assertThat(Interval.of(-7, 20).over(Interval.of(4))).isEqualTo(Interval.of(-2, 5));
    assertThat(Interval.of(0, 7).modulo(Interval.of(10))).isEqualTo(Interval.of(0, 7));
    assertThat(Interval.of(-1, 70).modulo(Interval.of(10))).isEqualTo(Interval.of(0, 9));
  }

  @Test
  void growingIntervalsSoonEnd() {
    Interval grown = Interval.of(3);
    int rounds = 0;
    for (Interval before = Interval.NONE; !grown.equals(before); rounds++) {
      before = grown;
      Interval next = grown.join(grown.times(Interval.of(-3))).meet(Interval.LONG);
      grown = next.widened(grown);
    }
    assertThat(grown).isEqualTo(Interval.LONG);
    assertThat(rounds).isLessThan(8);
    assertThat(Interval.of(0, 9).widened(Interval.of(0, 8)))
        .isEqualTo(Interval.of(0, Integer.MAX_VALUE));
  }

  @Test
  void betweenEasyAndReachedNoEndStays() {
    long easy = 1L << 62;
    assertThat(Interval.of(-easy, easy).easy()).isEqualTo(Interval.EASY);
    assertThat(Interval.of(-easy - 1, 3).easy()).isEqualTo(Interval.of(Long.MIN_VALUE, 3));
    assertThat(Interval.of(3, easy + 1).easy()).isEqualTo(Interval.of(3, Long.MAX_VALUE));
    assertThat(Interval.of(3, Long.MAX_VALUE - 1).easy())
        .isEqualTo(Interval.of(3, Long.MAX_VALUE - 1));
    assertThat(Interval.REACHED.easy()).isEqualTo(Interval.LONG);
    assertThat(Interval.NONE.easy()).isEqualTo(Interval.NONE);
  }

  @Test
  void nothingIsWithinEverything() {
    Interval none = Interval.NONE;
    assertThat(none.within(Interval.of(3))).isTrue();
    assertThat(none.join(Interval.of(3))).isEqualTo(Interval.of(3));
    assertThat(none.times(Interval.LONG).isEmpty()).isTrue();
    assertThat(new Interval(BigInteger.TWO, BigInteger.ONE).negated().isEmpty()).isTrue();
  }
}
