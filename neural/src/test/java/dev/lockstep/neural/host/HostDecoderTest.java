package dev.lockstep.neural.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.decoding.Decoders;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Plain Java against the plain blocks, and against itself in other company.
class HostDecoderTest {
  private static final int LENGTH = 23;
  private static final int[] TEXT =
      new SplittableRandom(4).ints(LENGTH, 0, Decoders.CLASSES).toArray();

  private static Stream<Arguments> kinds() {
    return Decoders.stacks().keySet().stream()
        .flatMap(kind -> loops().map(loops -> Arguments.of(kind, loops)));
  }

  /// Those that this process has.
  private static Stream<Loops> loops() {
    return Stream.of(new Loops.Plain(), Loops.best()).distinct();
  }

  @Test
  void vectorsAreUsedWhereTheirModuleIs() {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(Loops.best().vectors()).isEqualTo(module);
  }

  /// Widths that are no multiples of a vector's or a block's.
  private static TransformerSpec spec(String kind) {
    Stack stack = Decoders.stacks().get(kind);
    FeedForward odd =
        new FeedForward(27, stack.feedForward().activation(), stack.feedForward().gated());
    return TransformerSpec.of(Decoders.CLASSES, 12, stack.with(odd));
  }

  private static Weights weights(TransformerSpec spec) {
    Weights weights = Weights.seeded(spec, 11);
    SplittableRandom random = new SplittableRandom(12);
    for (String name : spec.tensors().keySet()) { // biases and norms that are not 0 and 1
      HostTensor tensor = weights.tensors().get(name);
      float[] moved = tensor.floats();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += (float) random.nextDouble(-0.1, 0.1);
      }
      weights = weights.with(name, HostTensor.of(tensor.shape(), moved));
    }
    return weights;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void logitsAreThoseOfThePlainBlocks(String kind, Loops loops) {
    TransformerSpec spec = spec(kind);
    HostText text = new HostDecoder(spec, weights(spec), loops).begin(1, LENGTH);
    try (TransformerModel plain = TransformerModel.plain(spec, weights(spec), Hardware.CPU)) {
      float[] expected = plain.logits(Sample.of(TEXT)).floats();
      for (int p = 0; p < LENGTH; p++) {
        float[] found = text.next(TEXT[p])[0];
        for (int c = 0; c < found.length; c++) {
          assertThat(found[c]).isCloseTo(expected[p * found.length + c], within(2e-5f));
        }
      }
    }
  }

  /// Nineteen lanes: blocks of four, and three single ones.
  @ParameterizedTest
  @MethodSource("kinds")
  void companyChangesNoBit(String kind, Loops loops) {
    TransformerSpec spec = spec(kind);
    HostDecoder decoder = new HostDecoder(spec, weights(spec), loops);
    HostText together = decoder.begin(19, LENGTH);
    HostText[] alone =
        Stream.generate(() -> decoder.begin(1, LENGTH)).limit(19).toArray(HostText[]::new);
    for (int token : TEXT) {
      int[] tokens = IntStream.range(0, 19).map(b -> (token + b) % Decoders.CLASSES).toArray();
      float[][] found = together.next(tokens);
      for (int b = 0; b < 19; b++) {
        assertThat(found[b]).containsExactly(alone[b].next(tokens[b])[0]);
      }
    }
  }

  /// What the compiler makes of loops, and vectors; widths of whole blocks and others, many lanes
  /// and few.
  @ParameterizedTest
  @CsvSource({"12, 2, 27, 1", "12, 2, 27, 23", "96, 2, 160, 9", "64, 4, 80, 3", "128, 1, 128, 1"})
  void bothKindsOfLoopsComputeTheSameBits(int width, int heads, int hidden, int lanes) {
    Stack stack =
        Decoders.stacks()
            .get("alibi")
            .with(Attention.of(heads, new Visibility.Causal()))
            .with(new FeedForward(hidden, Activation.GELU, true));
    TransformerSpec spec = TransformerSpec.of(Decoders.CLASSES, width, stack);
    int longest = 300; // more than eight blocks of positions at a time
    HostText plain = new HostDecoder(spec, weights(spec), new Loops.Plain()).begin(lanes, longest);
    HostText vectors = new HostDecoder(spec, weights(spec), Loops.best()).begin(lanes, longest);
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < longest; i++) {
      int[] tokens = random.ints(lanes, 0, Decoders.CLASSES).toArray();
      assertThat(vectors.next(tokens)).isDeepEqualTo(plain.next(tokens));
    }
  }

  @Test
  void reorderedSamplesGoOnAsThoseTheyAreCopiesOf() {
    TransformerSpec spec = spec("rotary");
    HostDecoder decoder = new HostDecoder(spec, weights(spec));
    HostText text = decoder.begin(3, LENGTH);
    HostText second = decoder.begin(1, LENGTH);
    text.next(0, 1, 2);
    second.next(1);
    text.reorder(new int[] {1, 1, 0});
    text.next(4, 5, 4);
    float[] found = text.next(3, 3, 3)[0].clone();
    second.next(4);
    assertThat(found).containsExactly(second.next(3)[0]);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void theExponentialIsWithinThreeUnits(Loops loops) {
    float[] from = {
      -80, -41.3f, -7.001f, -1, -0.34f, -1e-5f, 0, Float.NEGATIVE_INFINITY, Float.NaN
    };
    float[] found = Arrays.copyOf(from, Blocks.room(from.length));
    loops.curves(from.length).exp(found, from.length, 0);
    for (int i = 0; i < 7; i++) {
      assertThat(found[i] / Math.exp(from[i])).isCloseTo(1, within(2e-7));
    }
    assertThat(found[7]).isLessThan(1e-37f);
    assertThat(found[8]).isNaN();
  }

  @Test
  void float64IsRefused() {
    TransformerSpec spec = spec("none").doubled();
    assertThatThrownBy(() -> new HostDecoder(spec, Weights.seeded(spec, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(HostDecoder.covers(spec)).isFalse();
    assertThat(HostDecoder.covers(spec("none"))).isTrue();
  }
}
