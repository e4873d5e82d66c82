package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalModelTest {

  @ParameterizedTest
  @ValueSource(ints = {3, 12})
  void aHiddenSlotHasExactlyNoInfluence(int slots) {
    LocalSpec spec = Fixtures.local(slots, Activation.RELU);
    SplittableRandom random = new SplittableRandom(1);
    try (LocalModel model = model(spec)) {
      for (int trial = 0; trial < 20; trial++) {
        int[] query = Fixtures.tuples(random, spec.queryFeatures(), 1);
        int[] ids = Fixtures.tuples(random, spec.slotFeatures(), slots);
        int hidden = random.nextInt(slots);
        ids[2 * hidden] = VisibleSets.HIDDEN;
        int[] other = ids.clone();
        other[2 * hidden + 1] = (ids[2 * hidden + 1] + 1) % 3;
        float[] logits = model.logits(new VisibleSets(spec).add(query, ids));
        assertThat(model.logits(new VisibleSets(spec).add(query, other))).isEqualTo(logits);
        ids[2 * hidden] = 0; // the same slot, shown
        assertThat(model.logits(new VisibleSets(spec).add(query, ids))).isNotEqualTo(logits);
      }
    }
  }

  /// Also with the weights of hidden slots' embeddings moved: the row that stands for them in the
  /// kernel is masked, not merely small.
  @Test
  void nothingOfAHiddenSlotReachesTheLogits() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    VisibleSets sets = new VisibleSets(spec).add(new int[] {1, 1}, new int[] {4, 2});
    Weights weights = Fixtures.shaken(spec, 2);
    HostTensor table = weights.tensors().get("slot.embedding.0");
    float[] values = table.floats();
    Arrays.fill(values, 0, 4 * spec.width(), 1e6f); // ids 0 to 3, which no visible slot has
    Weights moved = weights.with("slot.embedding.0", HostTensor.of(table.shape(), values));
    try (LocalModel one = LocalModel.of(spec, weights, Hardware.CPU);
        LocalModel other = LocalModel.of(spec, moved, Hardware.CPU)) {
      assertThat(other.logits(sets)).isEqualTo(one.logits(sets));
    }
  }

  @Test
  void anEmptyVisibleSetHasFiniteLogits() {
    for (int slots : new int[] {0, 1, 12}) {
      LocalSpec spec = Fixtures.local(slots, Activation.GELU);
      try (LocalModel model = model(spec)) {
        float[] logits = model.logits(new VisibleSets(spec).add(new int[] {2, 0}, new int[0]));
        assertThat(logits).hasSize(spec.classes()).doesNotContain(Float.NaN);
      }
    }
  }

  @Test
  void theOrderOfSlotsDoesNotMatter() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    try (LocalModel model = model(spec)) {
      float[] forth =
          model.logits(new VisibleSets(spec).add(new int[2], new int[] {1, 0, 2, 1, 3, 2}));
      float[] back =
          model.logits(new VisibleSets(spec).add(new int[2], new int[] {3, 2, 2, 1, 1, 0}));
      for (int i = 0; i < forth.length; i++) {
        assertThat(back[i]).isCloseTo(forth[i], within(1e-5f));
      }
    }
  }

  @Test
  void manySetsAreCutIntoChunksThatAgreeWithOneSetAlone() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    VisibleSets sets = Fixtures.sets(spec, 40_000, 3);
    try (LocalModel model = model(spec)) {
      float[] logits = model.logits(sets);
      for (int i = 0; i < sets.size(); i += 997) {
        float[] alone = model.logits(new VisibleSets(spec).add(sets.query(i), sets.slots(i)));
        for (int c = 0; c < spec.classes(); c++) {
          assertThat(logits[i * spec.classes() + c]).isCloseTo(alone[c], within(2e-5f));
        }
      }
      int[] best = model.argmax(sets);
      assertThat(best).hasSize(40_000);
      assertThat(best[7]).isEqualTo(Network.argmax(Arrays.copyOfRange(logits, 42, 48), 6)[0]);
    }
  }

  @Test
  void noSetsGiveNoLogits() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    try (LocalModel model = model(spec)) {
      assertThat(model.logits(new VisibleSets(spec))).isEmpty();
    }
  }

  @Test
  void theLargestLogitIsNamedAndNotANumberIsMinusOne() {
    float[] rows = {1, 3, 2, 5, 5, 4, Float.NaN, 9, 9, 9, 9, Float.NaN};
    assertThat(Network.argmax(rows, 3)).containsExactly(1, 0, -1, -1);
  }

  @Test
  void theSameSeedGivesTheSameModelAndAnotherAnother() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    assertThat(Weights.seeded(spec, 4)).isEqualTo(Weights.seeded(spec, 4));
    assertThat(Weights.seeded(spec, 4).sha256()).isNotEqualTo(Weights.seeded(spec, 5).sha256());
    try (LocalModel model = LocalModel.seeded(spec, 4, Hardware.CPU)) {
      assertThat(model.weights()).isEqualTo(Weights.seeded(spec, 4));
    }
  }

  @Test
  void weightsOrSetsOfAnotherSpecAreRefused() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    LocalSpec wider = Fixtures.local(4, Activation.RELU);
    LocalSpec deeper =
        new LocalSpec(List.of(5, 2), List.of(5, 3), 3, 6, 8, 2, 3, 12, Activation.RELU);
    try (LocalModel model = model(spec)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.logits(new VisibleSets(wider)))
          .withMessageContaining("another spec");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LocalModel.of(deeper, model.weights(), Hardware.CPU))
          .withMessageContaining("layer.2.attention.norm.weight");
    }
  }

  @Test
  void threadsMayAskAtOnceAndGetWhatOneGets() throws Exception {
    LocalSpec spec = Fixtures.local(12, Activation.GELU);
    VisibleSets sets = Fixtures.sets(spec, 500, 5);
    try (LocalModel model = model(spec);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      float[] alone = model.logits(sets);
      List<Callable<float[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        tasks.add(() -> model.logits(sets));
      }
      for (Future<float[]> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void aClosedModelSaysSo() {
    LocalModel model = model(Fixtures.local(3, Activation.RELU));
    model.close();
    model.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> model.logits(Fixtures.sets(model.spec(), 1, 1)))
        .withMessage("the model is closed");
    assertThatIllegalStateException().isThrownBy(model::weights);
  }

  private static LocalModel model(LocalSpec spec) {
    return LocalModel.of(spec, Fixtures.shaken(spec, 2), Hardware.CPU);
  }
}
