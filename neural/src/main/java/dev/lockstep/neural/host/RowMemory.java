package dev.lockstep.neural.host;

import java.util.Arrays;
import java.util.stream.Stream;

/// Keys and values as matrices, two for each head.
final class RowMemory implements Memory {
  private final RowMatrix[] keys; // by column, (K, capacity): scores are a sum of its rows
  private final RowMatrix[] values; // by row, (capacity, K): what is heard is a sum of these

  RowMemory(int heads, int part, int capacity) {
    this(matrices(heads, part, capacity), matrices(heads, capacity, part));
  }

  private RowMemory(RowMatrix[] keys, RowMatrix[] values) {
    this.keys = keys;
    this.values = values;
  }

  private static RowMatrix[] matrices(int heads, int rows, int columns) {
    return Stream.generate(() -> new RowMatrix(rows, columns))
        .limit(heads)
        .toArray(RowMatrix[]::new);
  }

  private int part() {
    return keys[0].rows();
  }

  @Override
  public void put(int slot, float[] all) {
    int width = keys.length * part();
    for (int i = 0; i < width; i++) {
      keys[i / part()].put(i % part(), slot, all[width + i]);
    }
    for (int head = 0; head < values.length; head++) {
      values[head].putRow(slot, all, 2 * width + head * part());
    }
  }

  @Override
  public void weigh(float[] all, int seen, float[][] scores) {
    for (int head = 0; head < keys.length; head++) {
      Arrays.fill(scores[head], 0, seen, 0);
      keys[head].add(all, head * part(), part(), scores[head], seen);
    }
  }

  @Override
  public void hear(float[][] weights, int seen, float[][] heard) {
    for (int head = 0; head < values.length; head++) {
      Arrays.fill(heard[head], 0);
      values[head].add(weights[head], 0, seen, heard[head], part());
    }
  }

  @Override
  public Memory copy() {
    return new RowMemory(copy(keys), copy(values));
  }

  private static RowMatrix[] copy(RowMatrix[] matrices) {
    return Arrays.stream(matrices).map(RowMatrix::copy).toArray(RowMatrix[]::new);
  }

  @Override
  public long size() {
    return Stream.of(keys, values).flatMap(Stream::of).mapToLong(RowMatrix::size).sum();
  }
}
