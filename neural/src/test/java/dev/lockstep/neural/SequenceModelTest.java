package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequenceModelTest {
  private final SplittableRandom random = new SplittableRandom(21);

  @ParameterizedTest
  @EnumSource
  void aPositionIsMovedByItselfAndWhatCameBeforeOnly(PositionScheme positions) {
    SequenceSpec spec = Fixtures.sequence(positions);
    int time = 9;
    int[] tokens = Fixtures.tuples(random, spec.tokenFeatures(), time);
    int[] queries = Fixtures.tuples(random, spec.queryFeatures(), time);
    try (SequenceModel model = model(spec)) {
      for (int changed = 0; changed < time; changed++) {
        int[] other = tokens.clone();
        other[2 * changed] = (other[2 * changed] + 1) % 5;
        Sequences pair = new Sequences(spec).add(tokens, queries).add(other, queries);
        List<float[]> logits = model.logits(pair);
        for (int t = 0; t < time; t++) {
          boolean moved = !Arrays.equals(row(logits.get(0), t), row(logits.get(1), t));
          assertThat(moved).as("changed %d, looked at %d", changed, t).isEqualTo(t >= changed);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void decodingStepByStepIsTheFullPass(PositionScheme positions) {
    SequenceSpec spec = Fixtures.sequence(positions);
    int[] lengths = {5, 90, 70}; // beyond the first capacity of the caches
    Sequences sequences = new Sequences(spec);
    for (int length : lengths) {
      sequences.add(
          Fixtures.tuples(random, spec.tokenFeatures(), length),
          Fixtures.tuples(random, spec.queryFeatures(), length));
    }
    try (SequenceModel model = model(spec);
        Decoding decoding = model.decode(3)) {
      List<float[]> full = model.logits(sequences);
      for (int t = 0; t < 90; t++) {
        int now = t;
        int[] lanes = Arrays.stream(new int[] {2, 0, 1}).filter(i -> now < lengths[i]).toArray();
        int[] tokens =
            gathered(lanes, i -> Arrays.copyOfRange(sequences.tokens(i), 2 * now, 2 * now + 2));
        int[] queries =
            gathered(lanes, i -> Arrays.copyOfRange(sequences.queries(i), now, now + 1));
        float[] logits = decoding.append(lanes, tokens, queries);
        for (int i = 0; i < lanes.length; i++) {
          assertClose(row(logits, i), row(full.get(lanes[i]), t));
        }
      }
      assertThat(decoding.length(0)).isEqualTo(5);
      assertThat(decoding.length(1)).isEqualTo(90);
    }
  }

  @Test
  void lanesThatAreRefusedLeaveTheDecodingAsItWas() {
    SequenceSpec spec = Fixtures.sequence(PositionScheme.ROTARY);
    try (SequenceModel model = model(spec);
        Decoding decoding = model.decode(2)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoding.append(new int[] {1, 1}, new int[4], new int[2]))
          .withMessageContaining("named twice");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoding.append(new int[] {9, 9, 9, 9}, new int[] {0, 0}))
          .withMessageContaining("token feature 0");
      for (int t = 0; t < spec.longest(); t++) {
        decoding.append(new int[] {0}, new int[2], new int[1]);
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoding.append(new int[] {0}, new int[2], new int[1]))
          .withMessageContaining("longest");
      assertThat(decoding.length(1)).isZero();
    }
  }

  @Test
  void worksWithoutQueryFeatures() {
    SequenceSpec spec =
        new SequenceSpec(
            List.of(4), List.of(), 4, 8, 2, 1, 8, Activation.RELU, PositionScheme.NONE, 8);
    Sequences one = new Sequences(spec).add(new int[] {1, 2, 3}, new int[0]);
    try (SequenceModel model = model(spec);
        Decoding decoding = model.decode(1)) {
      decoding.append(new int[] {1}, new int[0]);
      decoding.append(new int[] {2}, new int[0]);
      assertClose(
          decoding.append(new int[] {3}, new int[0]), row(model.logits(one).getFirst(), 2, 4));
    }
  }

  @Test
  void unequalLengthsAskedTogetherAreAsIfAskedAlone() {
    SequenceSpec spec = Fixtures.sequence(PositionScheme.ALIBI);
    Sequences all = new Sequences(spec);
    try (SequenceModel model = model(spec)) {
      for (int length : new int[] {40, 1, 96, 3, 3, 17}) {
        all.add(
            Fixtures.tuples(random, spec.tokenFeatures(), length),
            Fixtures.tuples(random, spec.queryFeatures(), length));
      }
      List<float[]> together = model.logits(all);
      for (int i = 0; i < all.size(); i++) {
        Sequences alone = new Sequences(spec).add(all.tokens(i), all.queries(i));
        assertClose(together.get(i), model.logits(alone).getFirst());
      }
    }
  }

  @Test
  void aClosedModelSaysSo() {
    SequenceSpec spec = Fixtures.sequence(PositionScheme.NONE);
    SequenceModel model = model(spec);
    Decoding decoding = model.decode(1);
    model.close();
    model.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> model.logits(new Sequences(spec).add(new int[2], new int[1])));
    assertThatIllegalStateException().isThrownBy(() -> decoding.append(new int[2], new int[1]));
    assertThatIllegalStateException().isThrownBy(() -> model.decode(1));
    decoding.close();
  }

  private static SequenceModel model(SequenceSpec spec) {
    return SequenceModel.of(spec, Fixtures.shaken(spec, 31), Hardware.CPU);
  }

  private static int[] gathered(int[] lanes, IntFunction<int[]> ids) {
    return Arrays.stream(lanes).mapToObj(ids).flatMapToInt(Arrays::stream).toArray();
  }

  private static float[] row(float[] logits, int row) {
    return row(logits, row, 6);
  }

  private static float[] row(float[] logits, int row, int classes) {
    return Arrays.copyOfRange(logits, row * classes, (row + 1) * classes);
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(3e-5f));
    }
  }
}
