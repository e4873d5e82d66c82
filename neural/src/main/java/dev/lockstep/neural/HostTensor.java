package dev.lockstep.neural;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// An immutable tensor in host memory: a shape and its elements, row after row.
public final class HostTensor {
  /// What the elements are.
  public enum ElementType {
    F32(4),
    F64(8),
    I64(8);

    private final int bytes;

    ElementType(int bytes) {
      this.bytes = bytes;
    }

    /// The bytes of one element.
    public int bytes() {
      return bytes;
    }
  }

  private final ElementType type;
  private final List<Long> shape;
  private final ByteBuffer elements; // little-endian, position 0, never changed

  HostTensor(ElementType type, List<Long> shape, ByteBuffer elements) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.elements = elements.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long expected = elements(this.shape) * type.bytes();
    if (expected != elements.capacity()) {
      throw new IllegalArgumentException(
          "expected %d bytes for shape %s, found %d"
              .formatted(expected, shape, elements.capacity()));
    }
  }

  /// A float32 tensor of a copy of `values`; their number must be the product of the shape.
  public static HostTensor of(List<Long> shape, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new HostTensor(ElementType.F32, shape, bytes);
  }

  /// A float64 tensor of a copy of `values`.
  public static HostTensor of(List<Long> shape, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return new HostTensor(ElementType.F64, shape, bytes);
  }

  /// An int64 tensor of a copy of `values`.
  public static HostTensor of(List<Long> shape, long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return new HostTensor(ElementType.I64, shape, bytes);
  }

  public ElementType type() {
    return type;
  }

  public List<Long> shape() {
    return shape;
  }

  /// This tensor with its elements in another format; from float64 to float32 they are rounded.
  public HostTensor as(ElementType other) {
    if (other == type) {
      return this;
    }
    double[] values =
        switch (type) {
          case F32 -> {
            float[] single = floats();
            yield IntStream.range(0, single.length).mapToDouble(i -> single[i]).toArray();
          }
          case F64 -> doubles();
          case I64 -> LongStream.of(longs()).asDoubleStream().toArray();
        };
    return switch (other) {
      case F64 -> of(shape, values);
      case F32 -> {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
          rounded[i] = (float) values[i];
        }
        yield of(shape, rounded);
      }
      case I64 -> throw new IllegalArgumentException("numbers are not rounded to integers");
    };
  }

  /// The elements of a float32 tensor, a copy; `IllegalStateException` for another type.
  public float[] floats() {
    demand(ElementType.F32);
    float[] values = new float[elements.capacity() / 4];
    bytes().asFloatBuffer().get(values);
    return values;
  }

  /// The elements of a float64 tensor, a copy; `IllegalStateException` for another type.
  public double[] doubles() {
    demand(ElementType.F64);
    double[] values = new double[elements.capacity() / 8];
    bytes().asDoubleBuffer().get(values);
    return values;
  }

  /// The elements of an int64 tensor, a copy; `IllegalStateException` for another type.
  public long[] longs() {
    demand(ElementType.I64);
    long[] values = new long[elements.capacity() / 8];
    bytes().asLongBuffer().get(values);
    return values;
  }

  /// The elements as little-endian bytes, read-only.
  ByteBuffer bytes() {
    return elements.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
  }

  private void demand(ElementType expected) {
    if (type != expected) {
      throw new IllegalStateException("the elements are " + type + ", not " + expected);
    }
  }

  private static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /// True where type, shape and every bit are the same.
  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor that
        && type == that.type
        && shape.equals(that.shape)
        && bytes().equals(that.bytes());
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + bytes().hashCode();
  }

  @Override
  public String toString() {
    return type + " " + shape;
  }
}
