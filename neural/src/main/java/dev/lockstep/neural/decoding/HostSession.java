package dev.lockstep.neural.decoding;

import dev.lockstep.neural.host.HostDecoder;
import dev.lockstep.neural.host.HostText;
import java.util.stream.LongStream;

/// A session in plain Java.
final class HostSession implements Session {
  private final HostText text;
  private final int samples;

  HostSession(HostDecoder decoder, int samples, int longest) {
    this.text = decoder.begin(samples, longest);
    this.samples = samples;
  }

  @Override
  public int place() {
    return text.place();
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public double[] ask(long[] tokens) {
    float[][] logits = next(tokens);
    int classes = logits[0].length;
    double[] flat = new double[samples * classes];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = logits[i / classes][i % classes];
    }
    return flat;
  }

  private float[][] next(long[] tokens) {
    return text.next(LongStream.of(tokens).mapToInt(Math::toIntExact).toArray());
  }

  @Override
  public void reorder(int[] order) {
    text.reorder(order);
  }

  @Override
  public Pen pen(Task task) {
    Choice choice = new Choice(task);
    return (next, forced, uniforms) -> {
      int steps = forced.length / samples;
      long[] said = new long[forced.length];
      long[] tokens = next.clone();
      for (int i = 0; i < steps; i++) {
        boolean going = !choice.allDone();
        float[][] logits = going ? next(tokens) : new float[0][];
        for (int b = 0; b < samples && going; b++) {
          int at = b * steps + i;
          double uniform = uniforms.length == 0 ? 1 : uniforms[at];
          tokens[b] = forced[at] < 0 ? choice.of(b, logits[b], uniform) : forced[at];
        }
        for (int b = 0; b < samples; b++) {
          said[b * steps + i] = tokens[b];
        }
      }
      return said;
    };
  }

  @Override
  public long kept() {
    return text.kept();
  }

  @Override
  public void close() {
    // nothing is held but Java's own memory
  }
}
