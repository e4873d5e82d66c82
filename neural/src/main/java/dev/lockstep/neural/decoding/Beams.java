package dev.lockstep.neural.decoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Beam search: the `width` best texts so far are all continued, and the best of the continuations
/// kept.
public final class Beams {
  private Beams() {}

  /// A text and the logarithm of its probability, the halting token included.
  public record Beam(List<Integer> tokens, double logProbability) {
    public Beam {
      tokens = List.copyOf(tokens);
    }

    private Beam plus(int token, double logProbability) {
      List<Integer> longer = new ArrayList<>(tokens);
      longer.add(token);
      return new Beam(longer, this.logProbability + logProbability);
    }

    private boolean done(int halt) {
      return !tokens.isEmpty() && tokens.getLast() == halt;
    }
  }

  /// A beam to be, and the lane whose caches it goes on with.
  private record Candidate(Beam beam, int lane) {}

  /// The best texts, best first.
  static List<Beam> search(Lanes lanes, int[] prompt, int most, int halt, int width) {
    List<Beam> finished = new ArrayList<>();
    List<Beam> open = List.of(new Beam(List.of(), 0));
    try (Session session = lanes.open(width, prompt.length + most - 1)) {
      double[] logits = {};
      for (int token : prompt) {
        logits = session.ask(filled(width, token));
      }
      for (int i = 0; i < most && !open.isEmpty(); i++) {
        List<Candidate> best = best(open, logits, logits.length / width, width);
        List<Candidate> going = new ArrayList<>();
        for (Candidate candidate : best) {
          if (candidate.beam().done(halt)) {
            finished.add(candidate.beam());
          } else {
            going.add(candidate);
          }
        }
        open = going.stream().map(Candidate::beam).toList();
        if (i + 1 < most && !open.isEmpty()) {
          logits = advance(session, going, width);
        }
      }
    }
    finished.addAll(open); // as long as is allowed
    finished.sort(Comparator.comparingDouble(Beam::logProbability).reversed());
    return List.copyOf(finished.subList(0, Math.min(width, finished.size())));
  }

  private static double[] advance(Session session, List<Candidate> going, int width) {
    int[] order = new int[width];
    long[] tokens = new long[width];
    for (int b = 0; b < width; b++) {
      Candidate candidate = going.get(Math.min(b, going.size() - 1)); // spare lanes repeat the last
      order[b] = candidate.lane();
      tokens[b] = candidate.beam().tokens().getLast();
    }
    session.reorder(order);
    return session.ask(tokens);
  }

  private static List<Candidate> best(List<Beam> open, double[] logits, int classes, int width) {
    List<Candidate> all = new ArrayList<>();
    for (int lane = 0; lane < open.size(); lane++) {
      double[] own = Arrays.copyOfRange(logits, lane * classes, (lane + 1) * classes);
      double largest = Arrays.stream(own).max().orElseThrow();
      double sum = Arrays.stream(own).map(z -> Math.exp(z - largest)).sum();
      for (int c = 0; c < classes; c++) {
        double logProbability = own[c] - largest - Math.log(sum);
        all.add(new Candidate(open.get(lane).plus(c, logProbability), lane));
      }
    }
    all.sort(Comparator.comparingDouble((Candidate it) -> it.beam().logProbability()).reversed());
    return all.subList(0, Math.min(width, all.size()));
  }

  private static long[] filled(int count, long value) {
    long[] all = new long[count];
    Arrays.fill(all, value);
    return all;
  }
}
