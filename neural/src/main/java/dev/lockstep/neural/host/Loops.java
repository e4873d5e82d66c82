package dev.lockstep.neural.host;

/// The inner loops, which are written twice and compute the same bits: every sum is a chain of
/// fused multiply-adds, or sixteen partial sums, in an order that no width of vectors changes.
///
/// Plain ones run over whole arrays without branches, so that the compiler uses vector instructions
/// by itself. The others, several times as fast, stand in `src/vectors`, because they need a module
/// that a process has to ask for: `--add-modules jdk.incubator.vector`.
interface Loops {
  /// A matrix of zeros.
  Matrix matrix(int rows, int columns);

  /// A memory of nothing, for `part` numbers of each head and position.
  Memory memory(int heads, int part, int capacity);

  /// Functions for arrays of which at most the first `most` are computed with.
  Curves curves(int most);

  /// The fastest in this process.
  static Loops best() {
    return Best.LOOPS;
  }

  /// Whether vectors are written out.
  default boolean vectors() {
    return !(this instanceof Plain);
  }

  /// Loops for the compiler.
  record Plain() implements Loops {
    @Override
    public Matrix matrix(int rows, int columns) {
      return new RowMatrix(rows, columns);
    }

    @Override
    public Memory memory(int heads, int part, int capacity) {
      return new RowMemory(heads, part, capacity);
    }

    @Override
    public Curves curves(int most) {
      return new PlainCurves(most);
    }
  }

  /// Looked for once.
  final class Best {
    private static final Loops LOOPS = find();

    private Best() {}

    private static Loops find() {
      if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
        return new Plain();
      }
      try {
        return Class.forName("dev.lockstep.neural.host.VectorLoops")
            .asSubclass(Loops.class)
            .getDeclaredConstructor()
            .newInstance();
      } catch (ReflectiveOperationException _) { // built without them
        return new Plain();
      }
    }
  }
}
