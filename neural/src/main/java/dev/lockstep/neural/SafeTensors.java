package dev.lockstep.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Named tensors in the published safetensors format: eight bytes of header length, a JSON header,
/// the elements. Little-endian; `F32`, `F64` and `I64` only.
public final class SafeTensors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafeTensors() {}

  /// Writes a file atomically: a temporary file beside it, then a move. The same tensors in the
  /// same order give the same bytes.
  public static void write(Path file, SequencedMap<String, HostTensor> tensors) {
    AtomicFile.write(file, out -> stream(tensors, out));
  }

  /// Reads a file that may come from anywhere.
  ///
  /// @throws ModelFileError for what is damaged: a header beyond the limits, duplicate names,
  ///   unknown types, holes or overlaps, missing or extra bytes
  public static SequencedMap<String, HostTensor> read(Path file) {
    return AtomicFile.reading(
        file, channel -> elements(file, channel, SafeTensorsHeader.read(file, channel)));
  }

  /// As `read`, for a file that must hold exactly tensors of these names, shapes and type, which is
  /// checked before memory is taken; in the order of `expected`.
  static SequencedMap<String, HostTensor> read(
      Path file, SequencedMap<String, List<Long>> expected, HostTensor.ElementType type) {
    return AtomicFile.reading(
        file,
        channel -> {
          SafeTensorsHeader header = SafeTensorsHeader.read(file, channel);
          header.demand(file, expected, type);
          Map<String, HostTensor> found = elements(file, channel, header);
          SequencedMap<String, HostTensor> ordered = new LinkedHashMap<>();
          expected.keySet().forEach(name -> ordered.put(name, found.get(name)));
          return ordered;
        });
  }

  /// The SHA-256, in hex, of the bytes that `write` writes.
  public static String sha256(SequencedMap<String, HostTensor> tensors) {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      stream(tensors, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing here touches a disk
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static void stream(SequencedMap<String, HostTensor> tensors, OutputStream out)
      throws IOException {
    List<Map.Entry<String, HostTensor>> ordered = new ArrayList<>(tensors.entrySet());
    // Wide elements first, so that each tensor begins at a multiple of its element's size.
    ordered.sort(Comparator.comparingInt(entry -> -entry.getValue().type().bytes()));
    byte[] header = header(ordered);
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
    out.write(header);
    for (Map.Entry<String, HostTensor> entry : ordered) {
      ByteBuffer bytes = entry.getValue().bytes();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      out.write(copy);
    }
  }

  private static byte[] header(List<Map.Entry<String, HostTensor>> tensors)
      throws JsonProcessingException {
    ObjectNode header = JSON.createObjectNode();
    long begin = 0;
    for (Map.Entry<String, HostTensor> entry : tensors) {
      HostTensor tensor = entry.getValue();
      long end = begin + tensor.bytes().remaining();
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", tensor.type().name());
      tensor.shape().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(begin).add(end);
      begin = end;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(JSON.writeValueAsBytes(header));
    while (bytes.size() % 8 != 0) {
      bytes.writeBytes(" ".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static SequencedMap<String, HostTensor> elements(
      Path file, FileChannel channel, SafeTensorsHeader header) throws IOException {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    for (SafeTensorsHeader.Entry entry : header.entries()) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(entry.end() - entry.begin()));
      SafeTensorsHeader.fill(file, channel, bytes, header.dataStart() + entry.begin());
      tensors.put(entry.name(), new HostTensor(entry.type(), entry.shape(), bytes));
    }
    return tensors;
  }
}
