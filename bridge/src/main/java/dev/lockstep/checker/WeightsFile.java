package dev.lockstep.checker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Set;

/// The float32 tensors of a safetensors file, widened to float64.
final class WeightsFile {
  private final Path file;
  private final JsonNode header;
  private final ByteBuffer data;
  private final String sha256;
  private final Set<String> read = new HashSet<>();

  WeightsFile(Path file) {
    this.file = file;
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      long length = bytes.length < 8 ? -1 : all.getLong();
      if (length < 2 || length > bytes.length - 8) {
        throw new BadFile(file, "not a safetensors file");
      }
      String json = new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
      this.header = new ObjectMapper().readTree(json);
      this.data = all.position(8 + (int) length).slice().order(ByteOrder.LITTLE_ENDIAN);
      this.sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException _) {
      throw new BadFile(file, "not a safetensors file");
    } catch (IOException e) {
      throw new BadFile(file, "cannot be read: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String sha256() {
    return sha256;
  }

  /// The elements of tensor `name`, row after row. Throws `BadFile` where it is not there as
  /// float32 in `rows · columns` elements.
  double[] tensor(String name, int rows, int columns) {
    JsonNode entry = header.path(name);
    long from = entry.path("data_offsets").path(0).asLong(-1);
    long to = entry.path("data_offsets").path(1).asLong(-1);
    long bytes = 4L * rows * columns;
    if (!entry.path("dtype").asText().equals("F32")
        || from < 0
        || to > data.capacity()
        || to - from != bytes) {
      throw new BadFile(file, "no float32 tensor `" + name + "` of " + bytes / 4 + " elements");
    }
    read.add(name);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.getFloat((int) from + 4 * i);
    }
    return values;
  }

  /// Throws `BadFile` where the file has a tensor that nobody asked for.
  void requireAllRead() {
    for (Iterator<String> names = header.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("__metadata__") && !read.contains(name)) {
        throw new BadFile(file, "a tensor that the network has no place for: `" + name + "`");
      }
    }
  }
}
