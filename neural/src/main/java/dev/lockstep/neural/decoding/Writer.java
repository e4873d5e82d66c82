package dev.lockstep.neural.decoding;

import dev.lockstep.neural.Draws;
import dev.lockstep.neural.engine.TransformerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Writes with a causal decoder.
///
/// The model is a `TransformerModel` of one causal stack (perhaps with a window on the order, and
/// then each token costs the same however long the text) whose token ids are its classes. It may be
/// trained further between calls.
public final class Writer {
  private static final int AT_ONCE = 64; // positions in one native call
  private static final int AT_ONCE_STREAMING = 4;

  private final Lanes lanes;

  /// Writes few samples in plain Java and many with kernels, where the model allows both; all in
  /// Java where the process has vectors (`--add-modules jdk.incubator.vector`).
  public Writer(TransformerModel model) {
    this(model, Means.EITHER);
  }

  public Writer(TransformerModel model, Means means) {
    this.lanes = new Lanes(model, means);
  }

  /// What a writer computes with.
  public enum Means {
    /// Java where that is faster, else kernels.
    EITHER,
    /// Kernels: the arithmetic of certificates and of `TransformerModel.logits`.
    KERNELS,
    /// Plain Java: the same bits on every machine and in any company.
    HOST
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
    try (Session session = lanes.open(task.prompts().size(), positions)) {
      Session.Pen pen = session.pen(task);
      while (session.place() < positions && !paper.full()) {
        advance(session, pen, task, paper, Math.min(atOnce, positions - session.place()));
      }
    }
    return paper.written();
  }

  private static void advance(Session session, Session.Pen pen, Task task, Paper paper, int now) {
    int from = session.place();
    double[] uniforms =
        switch (task.strategy()) {
          case Strategy.Greedy _ -> new double[0];
          case Strategy.Sampled sampled -> uniforms(sampled.seed(), from, session.samples(), now);
        };
    long[] said = pen.write(paper.tokens(from), paper.forced(from + 1, now), uniforms);
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
    try (Session session = lanes.open(task.prompts().size(), positions)) {
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
    return Beams.search(lanes, prompt, most, halt, width);
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
