package dev.lockstep.neural.transformer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Which positions a position may attend to. Always a rule about a `Sample`, never about its ids.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Visibility.Everything.class, name = "everything"),
  @JsonSubTypes.Type(value = Visibility.Causal.class, name = "causal"),
  @JsonSubTypes.Type(value = Visibility.Prefix.class, name = "prefix"),
  @JsonSubTypes.Type(value = Visibility.Window.class, name = "window"),
  @JsonSubTypes.Type(value = Visibility.Linked.class, name = "linked"),
  @JsonSubTypes.Type(value = Visibility.Both.class, name = "both"),
  @JsonSubTypes.Type(value = Visibility.Either.class, name = "either")
})
public sealed interface Visibility {
  /// The axis that counts positions, 0, 1, 2 …, which every sample has.
  int ORDER = -1;

  /// Whether position `query` of the sample attends to position `key`.
  boolean allows(Sample sample, int query, int key);

  /// No mask.
  record Everything() implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return true;
    }
  }

  /// Itself and what came before.
  record Causal() implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return key <= query;
    }
  }

  /// Everything in the sample's prefix, and causally what follows it.
  record Prefix() implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return key <= query || key < sample.prefix();
    }
  }

  /// At most `radius` apart on one axis of coordinates; radius 0 makes blocks of equal coordinates.
  ///
  /// @param axis a coordinate of the sample, or `ORDER`
  record Window(int axis, int radius) implements Visibility {
    public Window {
      if (axis < ORDER || radius < 0) {
        throw new IllegalArgumentException(
            "expected an axis from -1 and a radius from 0, found %d and %d"
                .formatted(axis, radius));
      }
    }

    @Override
    public boolean allows(Sample sample, int query, int key) {
      long apart = (long) sample.coordinate(axis, query) - sample.coordinate(axis, key);
      return Math.abs(apart) <= radius;
    }
  }

  /// What the sample lists for each position: neighbours of a cell, edges of a graph.
  record Linked() implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return sample.linked(query, key);
    }
  }

  /// What both allow.
  record Both(Visibility first, Visibility second) implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return first.allows(sample, query, key) && second.allows(sample, query, key);
    }
  }

  /// What at least one allows.
  record Either(Visibility first, Visibility second) implements Visibility {
    @Override
    public boolean allows(Sample sample, int query, int key) {
      return first.allows(sample, query, key) || second.allows(sample, query, key);
    }
  }
}
