package dev.lockstep.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing batch of sequences of unequal lengths in host memory, each with what is to be written
/// after each of its positions. Not thread-safe while it grows.
public final class Sequences {
  /// The target of a position that no loss is taken on.
  public static final int NO_TARGET = -1;

  private final SequenceSpec spec;
  private final List<int[]> tokens = new ArrayList<>(); // each (T, F)
  private final List<int[]> queries = new ArrayList<>(); // each (T, G)
  private final List<int[]> targets = new ArrayList<>(); // each (T)

  public Sequences(SequenceSpec spec) {
    this.spec = spec;
  }

  public SequenceSpec spec() {
    return spec;
  }

  public int size() {
    return tokens.size();
  }

  /// The number of positions of sequence `index`.
  public int length(int index) {
    return targets.get(index).length;
  }

  /// Adds one sequence of T positions.
  ///
  /// @param token the token's ids at each position, `(T, F)` position after position
  /// @param query the query's ids at each position, `(T, G)`
  /// @param target the class to be written after each position, or `NO_TARGET`, `(T)`
  /// @return this Throws `IllegalArgumentException` for an id out of range or lengths that do not
  ///   agree.
  public Sequences add(int[] token, int[] query, int[] target) {
    int time = target.length;
    SpecChecks.between("positions", time, 1, spec.longest());
    check("token", token, spec.tokenFeatures(), time);
    check("query", query, spec.queryFeatures(), time);
    for (int id : target) {
      SpecChecks.between("target", id, NO_TARGET, spec.classes() - 1);
    }
    tokens.add(token.clone());
    queries.add(query.clone());
    targets.add(target.clone());
    return this;
  }

  /// Adds one sequence without targets, to be asked about.
  public Sequences add(int[] token, int[] query) {
    int[] none = new int[token.length / spec.tokenFeatures().size()];
    Arrays.fill(none, NO_TARGET);
    return add(token, query, none);
  }

  int[] tokens(int index) {
    return tokens.get(index);
  }

  int[] queries(int index) {
    return queries.get(index);
  }

  int[] targets(int index) {
    return targets.get(index);
  }

  static void check(String what, int[] ids, List<Integer> features, int time) {
    if (ids.length != time * features.size()) {
      throw new IllegalArgumentException(
          "expected %d %s ids for %d positions, found %d"
              .formatted(time * features.size(), what, time, ids.length));
    }
    for (int i = 0; i < ids.length; i++) {
      int feature = i % features.size();
      SpecChecks.between(
          "%s feature %d".formatted(what, feature), ids[i], 0, features.get(feature) - 1);
    }
  }
}
