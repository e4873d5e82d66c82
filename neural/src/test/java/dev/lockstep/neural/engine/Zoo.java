package dev.lockstep.neural.engine;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.NetworkSpec;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Small transformers of every kind there is, and random samples for them.
final class Zoo {
  static final int VOCABULARY = 7;
  static final int CLASSES = 5;
  static final int WIDTH = 8;
  static final Places ORDER = new Places.Order();

  private Zoo() {}

  static Stack stack() {
    return new Stack(
        List.of(VOCABULARY, 3),
        new Positions.None(),
        Attention.of(2, new Visibility.Causal()),
        new FeedForward(12, Activation.GELU, false),
        Norm.PRE,
        2,
        Depth.ONCE);
  }

  static Stack seeing(Visibility visibility) {
    return stack().with(Attention.of(2, visibility));
  }

  static TransformerSpec of(Stack stack) {
    return TransformerSpec.of(CLASSES, WIDTH, stack);
  }

  static TransformerSpec pair() {
    Stack source = seeing(new Visibility.Everything()).with(new Positions.Rotary(100, ORDER));
    return new TransformerSpec(
        CLASSES, WIDTH, List.of(source, stack()), HostTensor.ElementType.F32);
  }

  /// Every choice at least once.
  static SequencedMap<String, TransformerSpec> all() {
    SequencedMap<String, TransformerSpec> zoo = new LinkedHashMap<>();
    Visibility near = new Visibility.Window(Visibility.ORDER, 1);
    visibilities().forEach((name, rule) -> zoo.put(name, of(seeing(rule))));
    positions().forEach((name, scheme) -> zoo.put(name, of(stack().with(scheme))));
    positions()
        .forEach((name, scheme) -> zoo.put("window, " + name, of(seeing(near).with(scheme))));
    zoo.put("log length", of(stack().with(attention(Attention.Choice.SOFTMAX, true))));
    zoo.put("leftmost", of(stack().with(attention(Attention.Choice.LEFTMOST, false))));
    zoo.put("average", of(stack().with(attention(Attention.Choice.AVERAGE, false))));
    zoo.put("relu", of(stack().with(new FeedForward(12, Activation.RELU, false))));
    zoo.put("gated", of(stack().with(new FeedForward(12, Activation.GELU, true))));
    for (Norm.Kind kind : Norm.Kind.values()) {
      for (Norm.Placed placed : Norm.Placed.values()) {
        zoo.put(kind + " " + placed, of(stack().with(new Norm(kind, placed))));
      }
    }
    zoo.put("looped", of(stack().with(new Depth.Fixed(3, false))));
    zoo.put("looped, injected", of(stack().with(new Depth.Fixed(3, true))));
    zoo.put("adaptive", of(stack().with(new Depth.Adaptive(4, 0.1, true))));
    zoo.put("halt token", of(stack().with(new Depth.HaltToken(4, 2, true))));
    zoo.put("encoder and decoder", pair());
    Stack post = stack().with(new Norm(Norm.Kind.RMS, Norm.Placed.POST));
    zoo.put(
        "encoder and decoder, post-norm",
        new TransformerSpec(CLASSES, WIDTH, List.of(post, post), HostTensor.ElementType.F32));
    zoo.put("float64", of(stack()).doubled());
    return zoo;
  }

  /// For samples so long that kernels compare bands of positions, or gather listed ones.
  static SequencedMap<String, TransformerSpec> sparse() {
    SequencedMap<String, TransformerSpec> zoo = new LinkedHashMap<>();
    Map<String, Visibility> rules = new LinkedHashMap<>();
    rules.put("band back", visibilities().get("causal window"));
    rules.put("band around", new Visibility.Window(Visibility.ORDER, 1));
    rules.put("band of coordinates", new Visibility.Window(0, 1));
    rules.put("listed", new Visibility.Linked());
    for (String scheme : List.of("no positions", "rotary", "alibi", "clipped bias")) {
      rules.forEach(
          (rule, seen) ->
              zoo.put(rule + ", " + scheme, of(seeing(seen).with(positions().get(scheme)))));
    }
    Visibility back = rules.get("band back");
    for (Attention.Choice choice : Attention.Choice.values()) {
      zoo.put("band, " + choice, of(stack().with(new Attention(2, back, choice, true))));
    }
    return zoo;
  }

  /// Samples of 193 to 199 positions, each linked to one or two anywhere.
  static List<Sample> longSamples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .mapToObj(_ -> sample(random, random.nextInt(193, 200)))
        .toList();
  }

  static Attention attention(Attention.Choice choice, boolean logLength) {
    return new Attention(2, new Visibility.Causal(), choice, logLength);
  }

  static Map<String, Visibility> visibilities() {
    Map<String, Visibility> rules = new LinkedHashMap<>();
    rules.put("everything", new Visibility.Everything());
    rules.put("causal", new Visibility.Causal());
    rules.put("prefix", new Visibility.Prefix());
    rules.put("window on order", new Visibility.Window(Visibility.ORDER, 1));
    rules.put("window on an axis", new Visibility.Window(0, 1));
    rules.put("blocks", new Visibility.Window(1, 0));
    rules.put("linked", new Visibility.Linked());
    rules.put(
        "causal window",
        new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 2)));
    rules.put(
        "linked or near",
        new Visibility.Either(new Visibility.Linked(), new Visibility.Window(0, 0)));
    return rules;
  }

  static Map<String, Positions> positions() {
    Map<String, Positions> schemes = new LinkedHashMap<>();
    schemes.put("no positions", new Positions.None());
    schemes.put("learned", new Positions.Learned(200, ORDER));
    schemes.put("sinusoidal", new Positions.Sinusoidal(ORDER));
    schemes.put("rotary", new Positions.Rotary(10_000, ORDER));
    schemes.put("alibi", new Positions.Alibi(ORDER));
    schemes.put("clipped bias", new Positions.ClippedBias(2, ORDER));
    schemes.put("coupled", new Positions.Learned(200, new Places.Coupled(0, 3)));
    schemes.put("randomised", new Positions.Learned(200, new Places.Randomised(200)));
    return schemes;
  }

  /// Samples of unequal lengths, 7 to 13, with two axes, a prefix, links, targets and weights.
  static List<Sample> samples(TransformerSpec spec, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToObj(_ -> sample(spec, random)).toList();
  }

  private static Sample sample(TransformerSpec spec, SplittableRandom random) {
    Sample sample = bare(random);
    return spec.source().isPresent() ? sample.withSource(bare(random)) : sample;
  }

  private static Sample bare(SplittableRandom random) {
    return sample(random, random.nextInt(7, 14));
  }

  private static Sample sample(SplittableRandom random, int time) {
    int[] ids = new int[2 * time];
    List<int[]> links = new ArrayList<>();
    float[] weights = new float[time];
    for (int i = 0; i < time; i++) {
      ids[2 * i] = random.nextInt(VOCABULARY);
      ids[2 * i + 1] = random.nextInt(3);
      links.add(random.ints(random.nextInt(3), 0, time).distinct().toArray());
      weights[i] = (float) random.nextDouble(0.5, 2);
    }
    return Sample.of(time, ids)
        .withAxis(IntStream.range(0, time).map(i -> i / 2).toArray())
        .withAxis(IntStream.range(0, time).map(i -> i % 3).toArray())
        .withPrefix(3)
        .withLinks(links)
        .withTargets(random.ints(time, Sample.NO_TARGET, CLASSES).toArray())
        .withWeights(weights);
  }

  /// Weights in which nothing is zero or one by construction, so that nothing is hidden by it.
  static Weights shaken(NetworkSpec spec, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Weights weights = Weights.seeded(spec, seed);
    for (Map.Entry<String, HostTensor> entry : weights.tensors().entrySet()) {
      double[] values = entry.getValue().as(HostTensor.ElementType.F64).doubles();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.2 * random.nextGaussian();
      }
      HostTensor shaken = HostTensor.of(entry.getValue().shape(), values);
      weights = weights.with(entry.getKey(), shaken.as(spec.element()));
    }
    return weights;
  }

  static double[] doubles(HostTensor tensor) {
    return tensor.as(HostTensor.ElementType.F64).doubles();
  }
}
