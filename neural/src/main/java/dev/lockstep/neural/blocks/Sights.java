package dev.lockstep.neural.blocks;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.List;

/// Who sees whom in a batch, worked out from the rule and the samples. Padding is seen by nobody,
/// but for rules that only look back, where it comes last and cannot matter.
///
/// The two usual rules need no tables, which would be made anew for every batch.
sealed interface Sights permits Sights.Past, Sights.Whole, SightTable {
  static Sights of(Visibility rule, List<Sample> samples, int time) {
    return switch (rule) {
      case Visibility.Causal _ -> new Past(time);
      case Visibility.Everything _ ->
          new Whole(time, samples.stream().mapToInt(Sample::length).toArray());
      case Visibility.Prefix _,
          Visibility.Window _,
          Visibility.Linked _,
          Visibility.Both _,
          Visibility.Either _ ->
          SightTable.of(rule, samples, time);
    };
  }

  /// The number of different tables: 1 where all samples share one.
  int batch();

  /// The most positions that one sees, at least 1.
  int most();

  /// How far back one sees at most.
  int back();

  /// How far ahead one sees at most.
  int ahead();

  /// Whether it is the plain causal rule.
  default boolean triangular() {
    return this instanceof Past;
  }

  /// Whether every position sees every other.
  boolean full();

  boolean allHear();

  boolean sees(int sample, int query, int key);

  int count(int sample, int query);

  /// The `slot`-th position that `query` sees, or -1.
  int key(int sample, int query, int slot);

  /// Each position sees itself and what came before.
  record Past(int time) implements Sights {
    @Override
    public int batch() {
      return 1;
    }

    @Override
    public int most() {
      return time;
    }

    @Override
    public int back() {
      return time - 1;
    }

    @Override
    public int ahead() {
      return 0;
    }

    @Override
    public boolean full() {
      return time == 1;
    }

    @Override
    public boolean allHear() {
      return true;
    }

    @Override
    public boolean sees(int sample, int query, int key) {
      return key <= query;
    }

    @Override
    public int count(int sample, int query) {
      return query + 1;
    }

    @Override
    public int key(int sample, int query, int slot) {
      return slot <= query ? slot : -1;
    }
  }

  /// Each position of a sample sees all of it.
  final class Whole implements Sights {
    private final int time;
    private final int[] lengths; // of each sample, or `time` alone where nothing is padded

    private Whole(int time, int[] lengths) {
      this.time = time;
      boolean padded = Arrays.stream(lengths).anyMatch(length -> length < time);
      this.lengths = padded ? lengths : new int[] {time};
    }

    private int length(int sample) {
      return lengths[sample % lengths.length];
    }

    @Override
    public int batch() {
      return lengths.length;
    }

    @Override
    public int most() {
      return Arrays.stream(lengths).max().orElseThrow();
    }

    @Override
    public int back() {
      return most() - 1;
    }

    @Override
    public int ahead() {
      return most() - 1;
    }

    @Override
    public boolean full() {
      return lengths.length == 1 && lengths[0] == time;
    }

    @Override
    public boolean allHear() {
      return Arrays.stream(lengths).allMatch(length -> length == time);
    }

    @Override
    public boolean sees(int sample, int query, int key) {
      return query < length(sample) && key < length(sample);
    }

    @Override
    public int count(int sample, int query) {
      return query < length(sample) ? length(sample) : 0;
    }

    @Override
    public int key(int sample, int query, int slot) {
      return sees(sample, query, slot) ? slot : -1;
    }
  }
}
