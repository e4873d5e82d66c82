package dev.lockstep.neural.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One sequence in host memory with all that masks and losses can depend on. Immutable; made by
/// `of` and refined by the `with` methods.
public final class Sample {
  /// The target of a position that no loss is taken on.
  public static final int NO_TARGET = -1;

  private final int length;
  private final int[] tokens; // (T, F)
  private final List<int[]> axes; // of (T)
  private final int prefix;
  private final List<int[]> links; // for each position; empty for none at all
  private final int[] targets; // (T)
  private final float[] weights; // (T)
  private final Optional<Sample> source;

  private Sample(
      int length,
      int[] tokens,
      List<int[]> axes,
      int prefix,
      List<int[]> links,
      int[] targets,
      float[] weights,
      Optional<Sample> source) {
    this.length = length;
    this.tokens = tokens;
    this.axes = List.copyOf(axes);
    this.prefix = prefix;
    this.links = List.copyOf(links);
    this.targets = targets;
    this.weights = weights;
    this.source = source;
  }

  /// A sequence of `length` positions.
  ///
  /// @param tokens the ids of each position's features, `(T, F)` position after position
  public static Sample of(int length, int[] tokens) {
    if (length < 1 || tokens.length % length != 0) {
      throw new IllegalArgumentException(
          "expected at least one position and ids for each, found %d and %d"
              .formatted(length, tokens.length));
    }
    int[] none = new int[length];
    Arrays.fill(none, NO_TARGET);
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return new Sample(
        length, tokens.clone(), List.of(), 0, List.of(), none, ones, Optional.empty());
  }

  /// A sequence of single ids.
  public static Sample of(int... tokens) {
    return of(tokens.length, tokens);
  }

  /// With one more axis of coordinates, `(T)`.
  public Sample withAxis(int... coordinates) {
    demand("coordinates", coordinates.length);
    List<int[]> more = new ArrayList<>(axes);
    more.add(coordinates.clone());
    return new Sample(length, tokens, more, prefix, links, targets, weights, source);
  }

  /// With a prefix of this many positions that everything sees.
  public Sample withPrefix(int positions) {
    return new Sample(length, tokens, axes, positions, links, targets, weights, source);
  }

  /// With what `Visibility.Linked` lets each position see.
  public Sample withLinks(List<int[]> seen) {
    demand("lists of links", seen.size());
    seen.forEach(list -> Arrays.stream(list).forEach(i -> Objects.checkIndex(i, length)));
    List<int[]> copies = seen.stream().map(int[]::clone).toList();
    return new Sample(length, tokens, axes, prefix, copies, targets, weights, source);
  }

  /// With the class that belongs to each position, or `NO_TARGET`.
  public Sample withTargets(int... classes) {
    demand("targets", classes.length);
    return new Sample(length, tokens, axes, prefix, links, classes.clone(), weights, source);
  }

  /// With the weight of each position's loss; 1 where nothing is said.
  public Sample withWeights(float... each) {
    demand("weights", each.length);
    for (float weight : each) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("expected weights from 0, found " + weight);
      }
    }
    return new Sample(length, tokens, axes, prefix, links, targets, each.clone(), source);
  }

  /// With what the first of two stacks reads.
  public Sample withSource(Sample read) {
    return new Sample(length, tokens, axes, prefix, links, targets, weights, Optional.of(read));
  }

  /// The number of positions, T.
  public int length() {
    return length;
  }

  /// The position's place on an axis, or itself for `Visibility.ORDER`.
  public int coordinate(int axis, int position) {
    return axis == Visibility.ORDER ? position : axes.get(axis)[position];
  }

  /// The number of positions that all see.
  public int prefix() {
    return prefix;
  }

  /// Whether `query` lists `key`.
  public boolean linked(int query, int key) {
    if (links.isEmpty()) {
      return false;
    }
    for (int seen : links.get(query)) {
      if (seen == key) {
        return true;
      }
    }
    return false;
  }

  public Optional<Sample> source() {
    return source;
  }

  /// The ids of each position's features, a copy `(T, F)`.
  public int[] tokens() {
    return tokens.clone();
  }

  /// The class of each position, or `NO_TARGET`, a copy.
  public int[] targets() {
    return targets.clone();
  }

  /// The weight of each position's loss, a copy.
  public float[] weights() {
    return weights.clone();
  }

  /// How many positions have targets.
  public int asked() {
    int count = 0;
    for (int id : targets) {
      count += id == NO_TARGET ? 0 : 1;
    }
    return count;
  }

  private void demand(String what, int found) {
    if (found != length) {
      throw new IllegalArgumentException("expected %d %s, found %d".formatted(length, what, found));
    }
  }
}
