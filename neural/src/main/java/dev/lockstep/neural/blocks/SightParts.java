package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.blocks.Scene.Part;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Positions;
import java.util.Arrays;

/// The parts of a scene that depend on who sees whom.
final class SightParts {
  private final Scene scene;
  private final Sights sights;
  private final Keys keys;
  private final int[][] places; // of each sample's positions (B, T)

  SightParts(Scene scene, Sights sights, Keys keys, int[][] places) {
    this.scene = scene;
    this.sights = sights;
    this.keys = keys;
    this.places = places;
  }

  /// Puts them into the scene.
  ///
  /// @param explicit whether a mask is written out that a kernel knows by itself
  void put(boolean explicit) {
    Attention attention = scene.stack().attention();
    boolean alibi = scene.stack().positions() instanceof Positions.Alibi;
    boolean whole = keys instanceof Keys.All;
    if (explicit || alibi || !whole || !(leftToKernel() || sights.full())) {
      scene.put(Part.MASK, alibi ? mask(attention.heads(), batch()) : mask(0, sights.batch()));
    }
    if (scene.stack().positions() instanceof Positions.ClippedBias clipped) {
      scene.put(Part.DISTANCES, distances(clipped.radius()));
    }
    switch (keys) {
      case Keys.All _ -> {}
      case Keys.Listed listed -> scene.put(Part.NEIGHBOURS, neighbours(listed));
      case Keys.Band band ->
          scene.put(
              Part.BAND,
              scene.manager().create(new long[] {band.length(), band.before(), band.after()}));
    }
    if (attention.logLength()) {
      scene.put(Part.TEMPER, temper());
    }
    if (!sights.allHear()) {
      scene.put(Part.HEARING, hearing());
    }
  }

  /// Whether the kernel's own causal mask is enough.
  private boolean leftToKernel() {
    return sights.triangular()
        && scene.stack().attention().choice() == Attention.Choice.SOFTMAX
        && !(scene.stack().positions() instanceof Positions.ClippedBias);
  }

  /// How many tables there are of what depends on places: 1 where all samples share one.
  private int batch() {
    boolean alike = Arrays.stream(places).allMatch(own -> Arrays.equals(own, places[0]));
    return alike ? sights.batch() : places.length;
  }

  /// @param slopes how many heads have a slope of their own; 0 for no slopes
  private NDArray mask(int slopes, int batch) {
    int heads = Math.max(1, slopes);
    int queries = keys.queries();
    int slots = keys.slots();
    float[] mask = new float[batch * heads * queries * slots];
    int next = 0;
    for (int b = 0; b < batch; b++) {
      for (int h = 0; h < heads; h++) {
        double slope = slopes > 0 ? PlaceTables.slope(h, slopes) : 0;
        for (int i = 0; i < queries; i++) {
          for (int s = 0; s < slots; s++) {
            int j = keys.key(b, i, s);
            boolean seen = j >= 0 && i < scene.time() && sights.sees(b, i, j);
            mask[next++] = seen ? (float) -(slope * apart(b, i, j)) : Scene.NEVER;
          }
        }
      }
    }
    return scene.numbers(mask, batch, heads, queries, slots);
  }

  private int apart(int sample, int query, int key) {
    return Math.abs(places[sample][query] - places[sample][key]);
  }

  private NDArray distances(int radius) {
    int batch = batch();
    int queries = keys.queries();
    int slots = keys.slots();
    long[] rows = new long[batch * queries * slots];
    int next = 0;
    for (int b = 0; b < batch; b++) {
      for (int i = 0; i < queries; i++) {
        int query = Math.min(i, scene.time() - 1); // padding sees nothing
        for (int s = 0; s < slots; s++) {
          int key = Math.max(0, keys.key(b, i, s));
          long far = (long) places[b][key] - places[b][query];
          rows[next++] = (long) Math.clamp(far, -radius, radius) + radius;
        }
      }
    }
    return scene.manager().create(rows, new Shape(batch, queries, slots));
  }

  private NDArray neighbours(Keys.Listed listed) {
    int time = scene.time();
    int slots = listed.slots();
    long[] rows = new long[scene.samples() * time * slots];
    for (int r = 0; r < rows.length; r++) {
      int sample = r / (time * slots);
      int key = listed.key(sample, r / slots % time, r % slots);
      rows[r] = (long) sample * time + Math.max(0, key);
    }
    return scene.manager().create(rows, new Shape(scene.samples(), time, slots));
  }

  private NDArray temper() {
    float[] factors = new float[scene.samples() * scene.time()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) Math.log(Math.max(1, sights.count(i / scene.time(), i % scene.time())));
    }
    return scene.numbers(factors, scene.samples(), 1, scene.time(), 1);
  }

  private NDArray hearing() {
    float[] some = new float[scene.samples() * scene.time()];
    for (int i = 0; i < some.length; i++) {
      some[i] = sights.count(i / scene.time(), i % scene.time()) > 0 ? 1 : 0;
    }
    return scene.numbers(some, scene.samples(), scene.time(), 1);
  }
}
