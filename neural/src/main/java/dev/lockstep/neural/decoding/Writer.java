package dev.lockstep.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.Draws;
import dev.lockstep.neural.engine.TransformerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Writes with a causal decoder.
///
/// The model is a `TransformerModel` with kernels, of one causal stack (perhaps with a window on
/// the order, and then each token costs the same however long the text) whose token ids are its
/// classes.
public final class Writer {
  private static final int AT_ONCE = 64; // positions in one native call
  private static final int AT_ONCE_STREAMING = 4;

  private final TransformerModel model;

  public Writer(TransformerModel model) {
    this.model = model;
  }

  /// Hears tokens as they are written; within a sample in order.
  @FunctionalInterface
  public interface Listener {
    void said(int sample, int token);
  }

  /// Says which classes may follow what a sample has written so far.
  @FunctionalInterface
  public interface Callback {
    IntPredicate allowed(int sample, List<Integer> written);
  }

  /// What each prompt is continued with, the halting token included.
  public List<int[]> write(Task task) {
    return run(task, AT_ONCE, (_, _) -> {});
  }

  /// As `write`; each token is told soon after it was written.
  public List<int[]> stream(Task task, Listener listener) {
    return run(task, AT_ONCE_STREAMING, listener);
  }

  private List<int[]> run(Task task, int atOnce, Listener listener) {
    int longest = task.prompts().stream().mapToInt(prompt -> prompt.length).max().orElseThrow();
    int positions = longest + task.most() - 1;
    Paper paper = new Paper(task, listener);
    try (Session session = new Session(model, task.prompts().size(), positions)) {
      Steering steering = Steering.of(session.manager(), task);
      while (session.place() < positions && !paper.full()) {
        int now = Math.min(atOnce, positions - session.place());
        session
            .network()
            .reading(
                own -> {
                  advance(own, session, steering, task, paper, now);
                  return true;
                });
      }
    }
    return paper.written();
  }

  private void advance(
      NDManager own, Session session, Steering steering, Task task, Paper paper, int now) {
    int from = session.place();
    NDArray next = own.create(paper.tokens(from));
    NDArray forced = own.create(paper.forced(from + 1, now), new Shape(session.samples(), now));
    double temperature = 1;
    double[] uniforms = {};
    if (task.strategy() instanceof Strategy.Sampled sampled) {
      temperature = sampled.temperature();
      uniforms = uniforms(sampled.seed(), from, session.samples(), now);
    }
    NDArray wide = own.create(uniforms, new Shape(uniforms.length / now, now));
    NDArray drawn = wide.toType(model.network().parameters().head().getDataType(), false);
    long[] said = session.generate(next, forced, drawn, temperature, steering);
    for (int i = 0; i < now; i++) {
      for (int b = 0; b < session.samples(); b++) {
        paper.put(b, from + 1 + i, (int) said[b * now + i]);
      }
    }
  }

  /// Numbers in (0, 1], a function of seed, position and sample: `(samples, positions)`.
  private static double[] uniforms(long seed, int from, int samples, int positions) {
    double[] numbers = new double[samples * positions];
    for (int i = 0; i < positions; i++) {
      var random = Draws.at(seed, from + i);
      for (int b = 0; b < samples; b++) {
        numbers[b * positions + i] = 1 - random.nextDouble();
      }
    }
    return numbers;
  }

  /// As `write`, greedily, with a callback in place of the automaton: one native call a token, the
  /// reference for what the automaton does inside the loop.
  public List<int[]> writeSlowly(Task task, Callback callback) {
    int longest = task.prompts().stream().mapToInt(prompt -> prompt.length).max().orElseThrow();
    int positions = longest + task.most() - 1;
    Paper paper = new Paper(task, (_, _) -> {});
    try (Session session = new Session(model, task.prompts().size(), positions)) {
      while (session.place() < positions && !paper.full()) {
        int at = session.place();
        double[] logits = session.ask(paper.tokens(at));
        int classes = logits.length / session.samples();
        for (int b = 0; b < session.samples(); b++) {
          double[] own = Arrays.copyOfRange(logits, b * classes, (b + 1) * classes);
          IntPredicate allowed = callback.allowed(b, paper.writtenBy(b));
          paper.put(b, at + 1, best(own, allowed));
        }
      }
    }
    return paper.written();
  }

  private static int best(double[] logits, IntPredicate allowed) {
    int best = -1;
    for (int c = 0; c < logits.length; c++) {
      if (allowed.test(c) && (best < 0 || logits[c] > logits[best])) {
        best = c;
      }
    }
    return best;
  }

  /// The continuation with the greatest total log probability among `width` that are kept.
  public List<Beams.Beam> beams(int[] prompt, int most, int halt, int width) {
    return Beams.search(model, prompt, most, halt, width);
  }

  /// The tokens of all samples: prompts first, then what is written.
  private static final class Paper {
    private final Task task;
    private final Listener listener;
    private final List<List<Integer>> written = new ArrayList<>();

    Paper(Task task, Listener listener) {
      this.task = task;
      this.listener = listener;
      task.prompts().forEach(_ -> written.add(new ArrayList<>()));
    }

    /// The token of each sample at `place`.
    long[] tokens(int place) {
      long[] tokens = new long[written.size()];
      for (int b = 0; b < tokens.length; b++) {
        tokens[b] = at(b, place);
      }
      return tokens;
    }

    private int at(int sample, int place) {
      int[] prompt = task.prompts().get(sample);
      List<Integer> own = written.get(sample);
      if (place < prompt.length) {
        return prompt[place];
      }
      int index = place - prompt.length;
      return index < own.size() ? own.get(index) : own.getLast(); // done: whatever it says is lost
    }

    /// What is prescribed at `count` places from `from`, -1 where nothing is.
    long[] forced(int from, int count) {
      long[] forced = new long[written.size() * count];
      for (int b = 0; b < written.size(); b++) {
        int[] prompt = task.prompts().get(b);
        for (int i = 0; i < count; i++) {
          forced[b * count + i] = from + i < prompt.length ? prompt[from + i] : -1;
        }
      }
      return forced;
    }

    void put(int sample, int place, int token) {
      if (place >= task.prompts().get(sample).length && !done(sample)) {
        written.get(sample).add(token);
        listener.said(sample, token);
      }
    }

    private boolean done(int sample) {
      List<Integer> own = written.get(sample);
      return own.size() == task.most()
          || (task.halt() >= 0 && !own.isEmpty() && own.getLast() == task.halt());
    }

    boolean full() {
      for (int b = 0; b < written.size(); b++) {
        if (!done(b)) {
          return false;
        }
      }
      return true;
    }

    List<Integer> writtenBy(int sample) {
      return List.copyOf(written.get(sample));
    }

    List<int[]> written() {
      return written.stream()
          .map(tokens -> tokens.stream().mapToInt(token -> token).toArray())
          .toList();
    }
  }
}
