package dev.lockstep.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Writing against the whole network asked again for every token.
class WriterTest {
  private static final int CLASSES = Decoders.CLASSES;
  private static final List<int[]> PROMPTS =
      List.of(new int[] {1, 2, 3}, new int[] {4}, new int[] {5, 0, 2, 2, 1});

  private static Stream<String> kinds() {
    return Decoders.stacks().keySet().stream();
  }

  private static TransformerModel model(Stack stack, long seed) {
    // In float64 no two logits are equal by rounding, so greedy choices have one answer.
    TransformerSpec spec = TransformerSpec.of(CLASSES, 8, stack).doubled();
    return TransformerModel.of(spec, Weights.seeded(spec, seed), Hardware.CPU);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void greedyWritingIsThatOfTheWholeNetwork(String kind) {
    try (TransformerModel model = model(Decoders.stacks().get(kind), 3)) {
      List<int[]> found = new Writer(model).write(Task.of(PROMPTS, 20, -1));
      for (int i = 0; i < PROMPTS.size(); i++) {
        assertThat(found.get(i)).containsExactly(byAskingAgain(model, PROMPTS.get(i), 20));
      }
    }
  }

  private static int[] byAskingAgain(TransformerModel model, int[] prompt, int count) {
    List<Integer> tokens = new ArrayList<>(IntStream.of(prompt).boxed().toList());
    for (int i = 0; i < count; i++) {
      double[] last = last(model, tokens);
      tokens.add(
          IntStream.range(0, CLASSES).reduce((a, b) -> last[b] > last[a] ? b : a).orElseThrow());
    }
    return tokens.subList(prompt.length, tokens.size()).stream().mapToInt(t -> t).toArray();
  }

  private static double[] last(TransformerModel model, List<Integer> tokens) {
    HostTensor logits = model.logits(Sample.of(tokens.stream().mapToInt(t -> t).toArray()));
    double[] all = logits.as(HostTensor.ElementType.F64).doubles();
    return Arrays.copyOfRange(all, all.length - CLASSES, all.length);
  }

  @Test
  void aSampleEndsWithItsHaltingTokenOrAtTheMost() {
    try (TransformerModel model = model(Decoders.stack(), 5)) {
      List<int[]> free = new Writer(model).write(Task.of(PROMPTS, 30, -1));
      int halt = free.getFirst()[4];
      List<int[]> found = new Writer(model).write(Task.of(PROMPTS, 30, halt));
      for (int i = 0; i < PROMPTS.size(); i++) {
        int[] all = free.get(i);
        int end = IntStream.range(0, all.length).filter(t -> all[t] == halt).findFirst().orElse(29);
        assertThat(found.get(i)).containsExactly(Arrays.copyOf(all, end + 1));
      }
    }
  }

  /// Never the same class twice in a row, and class 0 only after class 1.
  @Test
  void theAutomatonIsTheCallback() {
    int[][] next = new int[CLASSES + 1][CLASSES];
    for (int s = 0; s <= CLASSES; s++) {
      for (int c = 0; c < CLASSES; c++) {
        boolean allowed = s != c + 1 && (c != 0 || s == 2);
        next[s][c] = allowed ? c + 1 : -1;
      }
    }
    Automaton automaton = Automaton.of(next);
    Task task = Task.of(PROMPTS, 25, 3).with(automaton);
    try (TransformerModel model = model(Decoders.stack(), 6)) {
      List<int[]> fast = new Writer(model).write(task);
      List<int[]> slow =
          new Writer(model)
              .writeSlowly(
                  task,
                  (_, written) -> {
                    int state = written.isEmpty() ? 0 : written.getLast() + 1;
                    return c -> automaton.allows(state, c);
                  });
      List<int[]> unbound = new Writer(model).write(Task.of(PROMPTS, 25, 3));
      for (int i = 0; i < fast.size(); i++) {
        assertThat(fast.get(i)).containsExactly(slow.get(i));
        int state = 0;
        for (int token : fast.get(i)) {
          assertThat(automaton.allows(state, token)).isTrue();
          state = automaton.after(state, token);
        }
      }
      assertThat(fast).isNotEqualTo(unbound);
    }
  }

  @Test
  void streamingTellsWhatWritingGives() {
    Task task = Task.of(PROMPTS, 17, -1).with(new Strategy.Sampled(1.3, 3, 8));
    try (TransformerModel model = model(Decoders.stack(), 7)) {
      Map<Integer, List<Integer>> heard = new HashMap<>();
      List<int[]> streamed =
          new Writer(model)
              .stream(
                  task,
                  (sample, token) ->
                      heard.computeIfAbsent(sample, _ -> new ArrayList<>()).add(token));
      List<int[]> written = new Writer(model).write(task);
      for (int i = 0; i < PROMPTS.size(); i++) {
        assertThat(streamed.get(i)).containsExactly(written.get(i));
        assertThat(heard.get(i)).isEqualTo(IntStream.of(written.get(i)).boxed().toList());
      }
    }
  }

  /// Frequencies of 4,000 draws against the softmax, and none outside the largest two.
  @Test
  void samplingFollowsTheSoftmax() {
    List<int[]> prompts = IntStream.range(0, 4000).mapToObj(_ -> new int[] {1, 2}).toList();
    try (TransformerModel model = model(Decoders.stack(), 8)) {
      double[] logits = last(model, List.of(1, 2));
      double sum = IntStream.range(0, CLASSES).mapToDouble(c -> Math.exp(logits[c] / 2)).sum();
      Strategy warm = new Strategy.Sampled(2, 0, 9);
      double[] often = frequencies(new Writer(model).write(Task.of(prompts, 1, -1).with(warm)));
      for (int c = 0; c < CLASSES; c++) {
        assertThat(often[c]).isCloseTo(Math.exp(logits[c] / 2) / sum, within(0.03));
      }
      Strategy two = new Strategy.Sampled(2, 2, 9);
      double[] seldom = frequencies(new Writer(model).write(Task.of(prompts, 1, -1).with(two)));
      assertThat(Arrays.stream(seldom).filter(f -> f > 0).count()).isEqualTo(2);
    }
  }

  private static double[] frequencies(List<int[]> written) {
    double[] often = new double[CLASSES];
    written.forEach(tokens -> often[tokens[0]] += 1.0 / written.size());
    return often;
  }

  /// A beam as wide as there are texts finds the most probable one, by trying all of them.
  @Test
  void wideBeamsFindTheBestText() {
    try (TransformerModel model = model(Decoders.stack(), 9)) {
      int[] prompt = {2, 5};
      List<Beams.Beam> beams = new Writer(model).beams(prompt, 3, -1, CLASSES * CLASSES * CLASSES);
      double best = Double.NEGATIVE_INFINITY;
      List<Integer> text = List.of();
      for (int a = 0; a < CLASSES; a++) {
        for (int b = 0; b < CLASSES; b++) {
          double[] after = logSoftmax(last(model, List.of(2, 5, a, b)));
          double two =
              logSoftmax(last(model, List.of(2, 5)))[a]
                  + logSoftmax(last(model, List.of(2, 5, a)))[b];
          for (int c = 0; c < CLASSES; c++) {
            if (two + after[c] > best) {
              best = two + after[c];
              text = List.of(a, b, c);
            }
          }
        }
      }
      assertThat(beams.getFirst().tokens()).isEqualTo(text);
      assertThat(beams.getFirst().logProbability()).isCloseTo(best, within(1e-9));
      int[] greedy = new Writer(model).write(Task.of(List.of(prompt), 3, -1)).getFirst();
      assertThat(new Writer(model).beams(prompt, 3, -1, 1).getFirst().tokens())
          .isEqualTo(IntStream.of(greedy).boxed().toList());
    }
  }

  private static double[] logSoftmax(double[] logits) {
    double sum = Arrays.stream(logits).map(Math::exp).sum();
    return Arrays.stream(logits).map(z -> z - Math.log(sum)).toArray();
  }

  @Test
  void whatCannotBeWrittenWithIsRefused() {
    Stack seesAll = Decoders.stack().with(Attention.of(2, new Visibility.Everything()));
    try (TransformerModel model = model(seesAll, 1)) {
      assertThatThrownBy(() -> new Writer(model).write(Task.of(PROMPTS, 3, -1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected a causal decoder");
    }
    assertThatThrownBy(() -> Automaton.of(new int[][] {{-1, -1}}))
        .hasMessageContaining("at least one of them allowed");
    assertThat(Task.of(PROMPTS, 3, -1).automaton()).isEqualTo(Optional.empty());
  }
}
