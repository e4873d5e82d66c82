package dev.lockstep.neural;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a safetensors file says it holds, checked against itself and the file's length.
///
/// @param dataStart where in the file the elements begin
/// @param entries in the order of their elements, without holes or overlaps
record SafeTensorsHeader(long dataStart, List<Entry> entries) {
  private static final int MOST_HEADER_BYTES = 1 << 24;
  private static final int MOST_AXES = 8;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// One tensor: its elements are the bytes `[begin, end)` after `dataStart`.
  record Entry(String name, HostTensor.ElementType type, List<Long> shape, long begin, long end) {}

  static SafeTensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw error(file, "it is too short for a safetensors file");
    }
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    fill(file, channel, length, 0);
    long headerBytes = length.getLong(0);
    if (headerBytes < 2 || headerBytes > Math.min(MOST_HEADER_BYTES, size - 8)) {
      throw error(file, "its header length, %d, is not possible".formatted(headerBytes));
    }
    ByteBuffer header = ByteBuffer.allocate((int) headerBytes);
    fill(file, channel, header, 8);
    List<Entry> entries = entries(file, new String(header.array(), StandardCharsets.UTF_8));
    checkLayout(file, entries, size - 8 - headerBytes);
    return new SafeTensorsHeader(8 + headerBytes, entries);
  }

  /// Demands exactly float32 tensors of these names and shapes.
  void demand(Path file, SequencedMap<String, List<Long>> expected, HostTensor.ElementType type) {
    Map<String, Entry> found =
        entries.stream().collect(Collectors.toMap(Entry::name, Function.identity()));
    expected.forEach(
        (name, shape) -> {
          Entry entry =
              Optional.ofNullable(found.get(name))
                  .orElseThrow(() -> error(file, "it holds no tensor `" + name + "`"));
          if (entry.type() != type || !entry.shape().equals(shape)) {
            throw error(
                file,
                "expected `%s` to be %s %s, found %s %s"
                    .formatted(name, type, shape, entry.type(), entry.shape()));
          }
        });
    found.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw error(file, "the model has no tensor `" + name + "`");
            });
  }

  /// Fills a buffer from a place in the file.
  static void fill(Path file, FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw error(file, "it ends too early");
      }
    }
    buffer.flip();
  }

  private static List<Entry> entries(Path file, String text) {
    JsonNode header;
    try {
      header = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw error(file, "its header is not valid: " + e.getOriginalMessage());
    }
    if (!header.isObject()) {
      throw error(file, "its header is not a JSON object");
    }
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : header.properties()) {
      if (!property.getKey().equals("__metadata__")) {
        entries.add(entry(file, property.getKey(), property.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    return List.copyOf(entries);
  }

  private static Entry entry(Path file, String name, JsonNode node) {
    String dtype = node.path("dtype").asText();
    HostTensor.ElementType type =
        Stream.of(HostTensor.ElementType.values())
            .filter(known -> known.name().equals(dtype))
            .findFirst()
            .orElseThrow(
                () -> error(file, "`%s` has the unknown type `%s`".formatted(name, dtype)));
    List<Long> shape = numbers(file, name, node.path("shape"));
    List<Long> offsets = numbers(file, name, node.path("data_offsets"));
    if (shape.size() > MOST_AXES || offsets.size() != 2) {
      throw error(file, "`%s` has no possible shape or place".formatted(name));
    }
    long elements = 1;
    for (long axis : shape) {
      elements = axis == 0 ? 0 : elements * axis;
      if (elements > ModelSpec.MOST_PARAMETERS) {
        throw error(file, "`%s` has too many elements".formatted(name));
      }
    }
    if (offsets.get(1) - offsets.get(0) != elements * type.bytes()) {
      throw error(file, "`%s` does not have the bytes of its shape".formatted(name));
    }
    return new Entry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(Path file, String name, JsonNode array) {
    if (!array.isArray()) {
      throw error(file, "`%s` is not described completely".formatted(name));
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      // No honest number is larger, and none up to here overflows when multiplied or subtracted.
      if (!number.canConvertToLong()
          || !number.isIntegralNumber()
          || number.longValue() < 0
          || number.longValue() > 1L << 32) {
        throw error(file, "`%s` is described with the number %s".formatted(name, number));
      }
      numbers.add(number.longValue());
    }
    return numbers;
  }

  private static void checkLayout(Path file, List<Entry> entries, long bytes) {
    long at = 0;
    for (Entry entry : entries) {
      if (entry.begin() != at) {
        throw error(
            file,
            "there is a hole or an overlap before `%s`: expected it at byte %d, found %d"
                .formatted(entry.name(), at, entry.begin()));
      }
      at = entry.end();
    }
    if (at != bytes) {
      throw error(file, "expected %d bytes of elements, found %d".formatted(at, bytes));
    }
  }

  private static ModelFileError error(Path file, String problem) {
    return new ModelFileError("%s: the file cannot be used: %s".formatted(file, problem));
  }
}
