package dev.lockstep.examples.bench;

/// The workloads as one would write them in Java: longs and arrays, no checks but the JVM's.
final class Peers {
  private Peers() {}

  static long sieve(long n) {
    boolean[] composite = new boolean[(int) n];
    long count = 0;
    for (int p = 2; p < n; p++) {
      if (!composite[p]) {
        count++;
        for (long m = (long) p * p; m < n; m += p) {
          composite[(int) m] = true;
        }
      }
    }
    return count;
  }

  static long collatz(long n) {
    long total = 0;
    for (long i = 1; i < n; i++) {
      long x = i;
      while (x != 1) {
        x = x % 2 == 0 ? x / 2 : 3 * x + 1;
        total++;
      }
    }
    return total;
  }

  static long bubble(long n) {
    long[] xs = new long[(int) n];
    long seed = 42;
    for (int i = 0; i < n; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648L;
      xs[i] = seed % 1000;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n - 1 - i; j++) {
        if (xs[j] > xs[j + 1]) {
          long t = xs[j];
          xs[j] = xs[j + 1];
          xs[j + 1] = t;
        }
      }
    }
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i * xs[i];
    }
    return sum;
  }

  static long matrix(long n) {
    long[][] a = new long[(int) n][(int) n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = (i * 7L + j * 3L) % 10;
      }
    }
    long sum = 0;
    for (int i = 0; i < n; i++) {
      long[] row = a[i];
      for (int j = 0; j < n; j++) {
        long dot = 0;
        for (int k = 0; k < n; k++) {
          dot += row[k] * a[k][j];
        }
        sum += dot;
      }
    }
    return sum;
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long t = x % y;
      x = y;
      y = t;
    }
    return x;
  }

  static long gcds(long n) {
    long sum = 0;
    for (long i = 1; i < n; i++) {
      for (long j = 1; j < n; j++) {
        sum += gcd(i, j);
      }
    }
    return sum;
  }

  private static boolean safe(long[] columns, int row, long column) {
    for (int r = 0; r < row; r++) {
      long c = columns[r];
      if (c == column || c - column == row - r || column - c == row - r) {
        return false;
      }
    }
    return true;
  }

  private static long place(long[] columns, int row, int n) {
    if (row == n) {
      return 1;
    }
    long ways = 0;
    for (int column = 0; column < n; column++) {
      if (safe(columns, row, column)) {
        columns[row] = column;
        ways += place(columns, row + 1, n);
      }
    }
    return ways;
  }

  static long queens(long n) {
    return place(new long[(int) n], 0, (int) n);
  }

  private static long[] word(int n, long first) {
    long[] xs = new long[n];
    long seed = first;
    for (int i = 0; i < n; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648L;
      xs[i] = seed / 65536 % 4;
    }
    return xs;
  }

  static long subsequence(long n) {
    int length = (int) n;
    long[] a = word(length, 1);
    long[] b = word(length, 2);
    long[] above = new long[length + 1];
    for (int i = 0; i < length; i++) {
      long[] here = new long[length + 1];
      for (int j = 0; j < length; j++) {
        here[j + 1] = a[i] == b[j] ? above[j] + 1 : Math.max(above[j + 1], here[j]);
      }
      above = here;
    }
    return above[length];
  }

  static long mandelbrot(long n) {
    long inside = 0;
    for (long row = 0; row < n; row++) {
      for (long column = 0; column < n; column++) {
        long cr = column * 12288 / n - 8192;
        long ci = row * 8192 / n - 4096;
        long zr = 0;
        long zi = 0;
        int turns = 0;
        while (turns < 50 && zr * zr + zi * zi < 67108864) {
          long t = Math.floorDiv(zr * zr - zi * zi, 4096) + cr;
          zi = Math.floorDiv(2 * zr * zi, 4096) + ci;
          zr = t;
          turns++;
        }
        inside += turns == 50 ? 1 : 0;
      }
    }
    return inside;
  }
}
