package dev.lockstep.neural.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// Reports as an event file that TensorBoard reads: records of a length, its checksum, an `Event`
/// message of protocol buffers and its checksum.
public final class EventFile implements Consumer<Report>, AutoCloseable {
  private static final int MASK = 0xa282ead8; // of TFRecord checksums

  private final OutputStream out;

  /// Creates `events.out.tfevents.TIME.lockstep` in a directory.
  public EventFile(Path directory) {
    long seconds = System.currentTimeMillis() / 1000;
    try {
      Files.createDirectories(directory);
      this.out =
          Files.newOutputStream(
              directory.resolve("events.out.tfevents.%010d.lockstep".formatted(seconds)));
      record(event(0, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(Report report) {
    scalar(report.step(), "loss", report.loss());
    scalar(report.step(), "accuracy", report.accuracy());
    scalar(report.step(), "rate", report.rate());
    scalar(report.step(), "examples per second", report.examplesPerSecond());
    report.peakShare().ifPresent(share -> scalar(report.step(), "share of peak", share));
    report.exact().ifPresent(exact -> scalar(report.step(), "exact", exact));
  }

  /// One number under a name.
  public void scalar(long step, String tag, double number) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(); // Summary.Value
    bytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
    value.write((2 << 3) | 5); // simple_value, 32 bits
    value.writeBytes(little(4).putFloat((float) number).array());
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    bytes(summary, 1, value.toByteArray());
    try {
      record(event(step, 5, summary.toByteArray()));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An `Event` of now whose field `number` is a message or text.
  private static byte[] event(long step, int number, byte[] content) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.write((1 << 3) | 1); // wall_time, 64 bits
    event.writeBytes(little(8).putDouble(System.currentTimeMillis() / 1e3).array());
    event.write(2 << 3); // step, a varint
    varint(event, step);
    bytes(event, number, content);
    return event.toByteArray();
  }

  private static void bytes(ByteArrayOutputStream out, int number, byte[] content) {
    out.write((number << 3) | 2);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void varint(ByteArrayOutputStream out, long number) {
    long rest = number;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.write((int) ((rest & 0x7F) | 0x80));
    }
    out.write((int) rest);
  }

  private void record(byte[] data) throws IOException {
    byte[] length = little(8).putLong(data.length).array();
    out.write(length);
    out.write(little(4).putInt(masked(length)).array());
    out.write(data);
    out.write(little(4).putInt(masked(data)).array());
  }

  private static int masked(byte[] data) {
    CRC32C checksum = new CRC32C();
    checksum.update(data);
    return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
