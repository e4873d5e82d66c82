package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final int[] TOKENS = {1, 4, 2, 0, 3, 3, 1};

  @Test
  void everySpecIsItsJson() throws IOException {
    SequencedMap<String, TransformerSpec> zoo = Zoo.all();
    for (TransformerSpec spec : zoo.values()) {
      String text = spec.json().toPrettyString();
      assertThat(TransformerSpec.read(new ObjectMapper().readTree(text), "model.json"))
          .isEqualTo(spec);
    }
  }

  @Test
  void aModelComesBackAsItWas(@TempDir Path folder) {
    TransformerSpec spec = Zoo.pair();
    try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
      ModelFolder.write(model, folder);
      try (TransformerModel read = ModelFolder.read(folder, Hardware.CPU)) {
        assertThat(read.spec()).isEqualTo(spec);
        assertThat(read.weights()).isEqualTo(model.weights());
      }
    }
  }

  @Test
  void whatIsDamagedIsRefusedByName(@TempDir Path folder) throws IOException {
    TransformerSpec spec = Zoo.of(Zoo.stack());
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU)) {
      ModelFolder.write(model, folder);
    }
    Path card = folder.resolve("model.json");
    Path weights = folder.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 3] ^= 1;
    Files.write(weights, bytes);
    refused(folder, "weights.safetensors: the file is damaged");
    String json = Files.readString(card);
    Files.writeString(card, json.replace("\"width\" : 8", "\"width\" : 16"));
    refused(folder, "expected `token.embedding.0` to be F32 [7, 16], found F32 [7, 8]");
    Files.writeString(card, json.replace("\"heads\" : 2", "\"heads\" : 3"));
    refused(folder, "model.json: expected `width` to be a multiple of `heads`, found 8 and 3");
    Files.writeString(card, json.replace("\"causal\"", "\"clairvoyant\""));
    refused(folder, "model.json: ");
    Files.writeString(card, json.replace("lockstep-transformer-1", "lockstep-transformer-9"));
    refused(folder, "expected the format `lockstep-transformer-1`");
    Files.delete(card);
    refused(folder, "model.json: there is no such file");
  }

  private static void refused(Path folder, String message) {
    assertThatThrownBy(() -> ModelFolder.read(folder, Hardware.CPU).close())
        .isInstanceOf(ModelFileError.class)
        .hasMessageContaining(message);
  }

  /// The script beside the documentation shares nothing with the engine.
  @Test
  void numpyReproducesTheLogits(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(run("python3", "-c", "import numpy").isPresent(), "there is no numpy");
    Stack base =
        new Stack(
            List.of(5),
            new Positions.None(),
            Attention.of(2, new Visibility.Causal()),
            Zoo.stack().feedForward(),
            Norm.PRE,
            2,
            Depth.ONCE);
    Visibility near =
        new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 2));
    List<UnaryOperator<Stack>> kinds =
        List.of(
            it -> it.with(new Positions.Learned(9, Zoo.ORDER)),
            it ->
                it.with(new Positions.Rotary(100, Zoo.ORDER))
                    .with(new Norm(Norm.Kind.RMS, Norm.Placed.POST))
                    .with(new FeedForward(12, Activation.RELU, true)),
            it ->
                it.with(new Positions.ClippedBias(2, Zoo.ORDER))
                    .with(Attention.of(2, near))
                    .with(new Depth.Fixed(3, true)),
            it ->
                it.with(new Positions.Alibi(Zoo.ORDER))
                    .with(
                        new Attention(
                            2, new Visibility.Everything(), Attention.Choice.SOFTMAX, true)));
    for (UnaryOperator<Stack> kind : kinds) {
      TransformerSpec spec = TransformerSpec.of(Zoo.CLASSES, Zoo.WIDTH, kind.apply(base));
      try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
        ModelFolder.write(model, folder);
        HostTensor logits = model.logits(Sample.of(TOKENS));
        assertThat(byNumpy(folder)).containsExactly(Zoo.doubles(logits), within(2e-5));
      }
    }
  }

  private static double[] byNumpy(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", script(), folder.toString()));
    for (int token : TOKENS) {
      command.add(Integer.toString(token));
    }
    String said = run(command.toArray(String[]::new)).orElseThrow();
    List<Double> numbers = new ArrayList<>();
    for (String line : said.lines().toList()) {
      new ObjectMapper().readTree(line).forEach(number -> numbers.add(number.doubleValue()));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String script() {
    Path here = Path.of("").toAbsolutePath();
    Path found = here.resolve("docs/logits.py");
    return (Files.exists(found) ? found : here.resolveSibling("docs").resolve("logits.py"))
        .toString();
  }

  private static Optional<String> run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // no such program
    }
  }
}
