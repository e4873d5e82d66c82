package dev.lockstep.neural.host;

import dev.lockstep.neural.blocks.PlaceTables;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts written side by side, and what each layer keeps of them. For one thread.
public final class HostText {
  private static final float[][] NOTHING = {};

  private final HostDecoder decoder;
  private final int capacity;
  private final float[][] waves; // (longest, D), or nothing
  private final float[][] cosines; // (longest, K), or nothing
  private final float[][] sines;
  private final List<List<Memory>> memories = new ArrayList<>(); // by layer and lane
  private final Desk desk;
  private final float[][] logits; // (samples, classes)
  private int place;

  HostText(HostDecoder decoder, int samples, int longest) {
    this.decoder = decoder;
    this.capacity = decoder.writable().capacity(longest);
    int width = decoder.spec().width();
    this.logits = new float[samples][decoder.spec().classes()];
    this.desk = new Desk(decoder.loops(), decoder.spec(), samples, capacity);
    Stack stack = decoder.writable().stack();
    int heads = stack.attention().heads();
    int part = width / heads;
    for (int i = 0; i < decoder.layers().size(); i++) {
      memories.add(
          Stream.generate(() -> decoder.loops().memory(heads, part, capacity))
              .limit(samples)
              .toList());
    }
    int[][] order = {IntStream.range(0, longest).toArray()};
    this.waves =
        stack.positions() instanceof Positions.Sinusoidal
            ? rows(PlaceTables.waves(order, width), width)
            : NOTHING;
    if (stack.positions() instanceof Positions.Rotary rotary) {
      this.cosines = rows(PlaceTables.turns(order, part, rotary.base(), StrictMath::cos), part);
      this.sines = rows(PlaceTables.turns(order, part, rotary.base(), StrictMath::sin), part);
    } else {
      this.cosines = NOTHING;
      this.sines = NOTHING;
    }
  }

  private static float[][] rows(double[] flat, int columns) {
    float[][] rows = new float[flat.length / columns][columns];
    for (int i = 0; i < flat.length; i++) {
      rows[i / columns][i % columns] = (float) flat[i];
    }
    return rows;
  }

  /// The positions written so far.
  public int place() {
    return place;
  }

  /// The logits after one more token of every sample, `(samples, classes)`; good until the next
  /// call.
  public float[][] next(int... tokens) {
    decoder.enter(tokens, place, at(waves), desk.states);
    Moment now = now();
    for (int i = 0; i < memories.size(); i++) {
      decoder.layers().get(i).pass(desk, memories.get(i), now);
    }
    decoder.leave(desk);
    place++;
    for (int lane = 0; lane < logits.length; lane++) {
      System.arraycopy(desk.logits[lane], 0, logits[lane], 0, logits[lane].length);
    }
    return logits;
  }

  private float[] at(float[][] table) {
    return table.length == 0 ? new float[0] : table[place];
  }

  private Moment now() {
    Stack stack = decoder.writable().stack();
    int[] back = new int[Math.min(place + 1, capacity)];
    for (int slot = 0; slot < back.length; slot++) {
      back[slot] = (place - slot) % capacity;
    }
    double scale = 1 / Math.sqrt(decoder.spec().width() / (double) stack.attention().heads());
    if (stack.attention().logLength()) {
      scale *= StrictMath.log(back.length);
    }
    return new Moment(place % capacity, back, (float) scale, at(cosines), at(sines));
  }

  /// Sample b goes on as sample `order[b]` did.
  public void reorder(int[] order) {
    memories.replaceAll(
        lanes -> Arrays.stream(order).mapToObj(lane -> lanes.get(lane).copy()).toList());
  }

  /// The numbers that are kept of what was written.
  public long kept() {
    return memories.stream().flatMap(List::stream).mapToLong(Memory::size).sum();
  }
}
