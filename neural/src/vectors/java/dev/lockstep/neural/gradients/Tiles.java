package dev.lockstep.neural.gradients;

import static dev.lockstep.neural.host.Vectors.all;
import static dev.lockstep.neural.host.Vectors.load;

import dev.lockstep.neural.host.Vectors;
import jdk.incubator.vector.FloatVector;

/// Tiles of products of `a` and `b`, whose sums stay in registers: they begin with numbers of
/// `start` and go to `c`. Distances between rows stand after where an array's part begins.
final class Tiles {
  private static final int LENGTH = Vectors.SPECIES.length();

  private Tiles() {}

  /// Four rows by four vectors. In `a`, row follows row at a distance of `row`, term follows term
  /// at one of `step`.
  static void fourByFour(
      float[] a,
      int at,
      int row,
      int step,
      float[] b,
      int p,
      int apart,
      int count,
      float[] start,
      int begin,
      int between,
      float[] c,
      int to,
      int stride) {
    FloatVector p0 = load(start, begin);
    FloatVector q0 = load(start, begin + LENGTH);
    FloatVector r0 = load(start, begin + 2 * LENGTH);
    FloatVector s0 = load(start, begin + 3 * LENGTH);
    begin += between;
    FloatVector p1 = load(start, begin);
    FloatVector q1 = load(start, begin + LENGTH);
    FloatVector r1 = load(start, begin + 2 * LENGTH);
    FloatVector s1 = load(start, begin + 3 * LENGTH);
    begin += between;
    FloatVector p2 = load(start, begin);
    FloatVector q2 = load(start, begin + LENGTH);
    FloatVector r2 = load(start, begin + 2 * LENGTH);
    FloatVector s2 = load(start, begin + 3 * LENGTH);
    begin += between;
    FloatVector p3 = load(start, begin);
    FloatVector q3 = load(start, begin + LENGTH);
    FloatVector r3 = load(start, begin + 2 * LENGTH);
    FloatVector s3 = load(start, begin + 3 * LENGTH);
    for (int j = 0; j < count; j++) {
      FloatVector bp = load(b, p);
      FloatVector bq = load(b, p + LENGTH);
      FloatVector br = load(b, p + 2 * LENGTH);
      FloatVector bs = load(b, p + 3 * LENGTH);
      FloatVector x = all(a[at]);
      p0 = x.fma(bp, p0);
      q0 = x.fma(bq, q0);
      r0 = x.fma(br, r0);
      s0 = x.fma(bs, s0);
      x = all(a[at + row]);
      p1 = x.fma(bp, p1);
      q1 = x.fma(bq, q1);
      r1 = x.fma(br, r1);
      s1 = x.fma(bs, s1);
      x = all(a[at + 2 * row]);
      p2 = x.fma(bp, p2);
      q2 = x.fma(bq, q2);
      r2 = x.fma(br, r2);
      s2 = x.fma(bs, s2);
      x = all(a[at + 3 * row]);
      p3 = x.fma(bp, p3);
      q3 = x.fma(bq, q3);
      r3 = x.fma(br, r3);
      s3 = x.fma(bs, s3);
      at += step;
      p += apart;
    }
    store(p0, q0, r0, s0, c, to);
    store(p1, q1, r1, s1, c, to + stride);
    store(p2, q2, r2, s2, c, to + 2 * stride);
    store(p3, q3, r3, s3, c, to + 3 * stride);
  }

  /// Eight rows of `a` by one vector. Loads are as many as sums here, so bounds are not to be
  /// looked up for each of them: the compiler finds them before a loop over a row, and once for
  /// neighbours in a column.
  static void rows(
      float[] a,
      int at,
      int row,
      float[] b,
      int p,
      int apart,
      int count,
      float[] start,
      int begin,
      int between,
      float[] c,
      int to,
      int stride) {
    FloatVector sum0 = load(start, begin);
    FloatVector sum1 = load(start, begin + between);
    FloatVector sum2 = load(start, begin + 2 * between);
    FloatVector sum3 = load(start, begin + 3 * between);
    FloatVector sum4 = load(start, begin + 4 * between);
    FloatVector sum5 = load(start, begin + 5 * between);
    FloatVector sum6 = load(start, begin + 6 * between);
    FloatVector sum7 = load(start, begin + 7 * between);
    for (int j = at; j < at + count; j++) {
      FloatVector q = load(b, p);
      sum0 = all(a[j]).fma(q, sum0);
      sum1 = all(a[j + row]).fma(q, sum1);
      sum2 = all(a[j + 2 * row]).fma(q, sum2);
      sum3 = all(a[j + 3 * row]).fma(q, sum3);
      sum4 = all(a[j + 4 * row]).fma(q, sum4);
      sum5 = all(a[j + 5 * row]).fma(q, sum5);
      sum6 = all(a[j + 6 * row]).fma(q, sum6);
      sum7 = all(a[j + 7 * row]).fma(q, sum7);
      p += apart;
    }
    sum0.intoArray(c, to);
    sum1.intoArray(c, to + stride);
    sum2.intoArray(c, to + 2 * stride);
    sum3.intoArray(c, to + 3 * stride);
    sum4.intoArray(c, to + 4 * stride);
    sum5.intoArray(c, to + 5 * stride);
    sum6.intoArray(c, to + 6 * stride);
    sum7.intoArray(c, to + 7 * stride);
  }

  /// Eight columns of `a`, transposed, by one vector.
  static void columns(
      float[] a,
      int at,
      int step,
      float[] b,
      int p,
      int apart,
      int count,
      float[] start,
      int begin,
      int between,
      float[] c,
      int to,
      int stride) {
    FloatVector sum0 = load(start, begin);
    FloatVector sum1 = load(start, begin + between);
    FloatVector sum2 = load(start, begin + 2 * between);
    FloatVector sum3 = load(start, begin + 3 * between);
    FloatVector sum4 = load(start, begin + 4 * between);
    FloatVector sum5 = load(start, begin + 5 * between);
    FloatVector sum6 = load(start, begin + 6 * between);
    FloatVector sum7 = load(start, begin + 7 * between);
    for (int j = 0; j < count; j++) {
      FloatVector q = load(b, p);
      sum0 = all(a[at]).fma(q, sum0);
      sum1 = all(a[at + 1]).fma(q, sum1);
      sum2 = all(a[at + 2]).fma(q, sum2);
      sum3 = all(a[at + 3]).fma(q, sum3);
      sum4 = all(a[at + 4]).fma(q, sum4);
      sum5 = all(a[at + 5]).fma(q, sum5);
      sum6 = all(a[at + 6]).fma(q, sum6);
      sum7 = all(a[at + 7]).fma(q, sum7);
      at += step;
      p += apart;
    }
    sum0.intoArray(c, to);
    sum1.intoArray(c, to + stride);
    sum2.intoArray(c, to + 2 * stride);
    sum3.intoArray(c, to + 3 * stride);
    sum4.intoArray(c, to + 4 * stride);
    sum5.intoArray(c, to + 5 * stride);
    sum6.intoArray(c, to + 6 * stride);
    sum7.intoArray(c, to + 7 * stride);
  }

  private static void store(
      FloatVector p, FloatVector q, FloatVector r, FloatVector s, float[] c, int to) {
    p.intoArray(c, to);
    q.intoArray(c, to + LENGTH);
    r.intoArray(c, to + 2 * LENGTH);
    s.intoArray(c, to + 3 * LENGTH);
  }
}
