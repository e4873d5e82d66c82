package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {
  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put(
        "floats", HostTensor.of(List.of(2L, 3L), new float[] {1, -0f, Float.NaN, 4, 5, 1e-40f}));
    tensors.put("longs", HostTensor.of(List.of(2L), new long[] {Long.MIN_VALUE, 7}));
    tensors.put("scalar \"é\"", HostTensor.of(List.of(), new double[] {Math.PI}));
    tensors.put("nothing", HostTensor.of(List.of(0L, 9L), new float[0]));
    Path file = directory.resolve("new/tensors.safetensors");
    SafeTensors.write(file, tensors);
    assertThat(SafeTensors.read(file)).isEqualTo(tensors);
    assertThat(SafeTensors.read(file).get("longs").longs()).containsExactly(Long.MIN_VALUE, 7);
    assertThat(SafeTensors.read(file).get("scalar \"é\"").doubles()).containsExactly(Math.PI);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  /// The format as published: length, header, elements at a multiple of eight bytes.
  @Test
  void theBytesAreThoseOfTheFormat() throws IOException {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("a", HostTensor.of(List.of(1L), new float[] {1}));
    Path file = directory.resolve("one");
    SafeTensors.write(file, tensors);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong(0);
    assertThat(length % 8).isZero();
    assertThat(new String(bytes.array(), 8, length, StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    assertThat(bytes.getFloat(8 + length)).isEqualTo(1);
    assertThat(bytes.capacity()).isEqualTo(8 + length + 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not JSON                                                               | not valid
          []                                                                     | not a JSON object
          {} {}                                                                  | not valid
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | Duplicate field 'a'
          {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,8]}}                 | unknown type `F16`
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                 | bytes of its shape
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                 | bytes of its shape
          {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                | number -2
          {"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}               | number 2.5
          {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}} | too many elements
          {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}} | number 99999
          {"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}} | no possible shape
          {"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}                   | not described completely
          {"a":{"dtype":"F32","data_offsets":[0,8]}}                             | not described completely
          {"a":7}                                                                | unknown type
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                 | expected 4 bytes of elements, found 8
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}                | expected 12 bytes of elements, found 8
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                 | hole or an overlap before `a`
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | hole or an overlap before `b`
          """)
  void damageIsNamed(String header, String problem) throws IOException {
    Path file = written(header, 8);
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> SafeTensors.read(file))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(problem);
  }

  @Test
  void impossibleLengthsAreRefused() throws IOException {
    Path file = directory.resolve("short");
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[7],
            new byte[8],
            new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0})) {
      Files.write(file, bytes);
      assertThatExceptionOfType(ModelFileError.class).isThrownBy(() -> SafeTensors.read(file));
    }
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> SafeTensors.read(directory.resolve("none")))
        .withMessageContaining("there is no such file");
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> SafeTensors.read(directory))
        .withMessageContaining("cannot be read");
  }

  /// Any byte of a file changed, or its end cut off: read as something else or refused, never more.
  @Test
  void noDamageDoesMoreThanAnError() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    Path file = directory.resolve("weights");
    Weights weights = Weights.seeded(spec, 1);
    weights.write(file);
    byte[] whole = Files.readAllBytes(file);
    int headerEnd = 8 + (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    for (int trial = 0; trial < 400; trial++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(headerEnd)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        assertThat(SafeTensors.read(file)).isNotEmpty();
        assertThat(Weights.read(file, spec).tensors().keySet()).isEqualTo(spec.tensors().keySet());
      } catch (ModelFileError e) {
        assertThat(e).hasMessageStartingWith(file.toString());
      }
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThatExceptionOfType(ModelFileError.class).isThrownBy(() -> Weights.read(file, spec));
  }

  @Test
  void weightsAreReadAsTheyWereAndTheirHashIsTheFiles() throws Exception {
    SequenceSpec spec = Fixtures.sequence(PositionScheme.LEARNED);
    Weights weights = Fixtures.shaken(spec, 3);
    Path file = directory.resolve("weights");
    weights.write(file);
    assertThat(Weights.read(file, spec)).isEqualTo(weights);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(weights.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void weightsOfAnotherShapeAreRefusedByName() {
    Path file = directory.resolve("weights");
    Weights.seeded(Fixtures.local(3, Activation.RELU), 1).write(file);
    LocalSpec wider =
        new LocalSpec(List.of(5, 2), List.of(5, 3), 3, 7, 8, 2, 2, 12, Activation.RELU);
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> Weights.read(file, wider))
        .withMessageContaining("expected `head.weight` to be F32 [7, 8], found F32 [6, 8]");
    LocalSpec shallower =
        new LocalSpec(List.of(5, 2), List.of(5, 3), 3, 6, 8, 2, 1, 12, Activation.RELU);
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> Weights.read(file, shallower))
        .withMessageContaining("the model has no tensor `layer.1.");
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> Weights.read(file, Fixtures.sequence(PositionScheme.NONE)))
        .withMessageContaining("it holds no tensor `token.embedding.0`");
  }

  private Path written(String header, int elementBytes) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + elementBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    return Files.write(directory.resolve("damaged"), bytes.array());
  }
}
