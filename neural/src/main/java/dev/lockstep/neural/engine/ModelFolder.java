package dev.lockstep.neural.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.neural.AtomicFile;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A transformer at rest: `weights.safetensors` and `model.json`, which holds the spec and the
/// weights' SHA-256. `model.json` comes last, so a folder without it is none.
public final class ModelFolder {
  private static final String FORMAT = "lockstep-transformer-1";
  private static final String CARD = "model.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private ModelFolder() {}

  /// Writes both files, each whole or not at all.
  public static void write(TransformerModel model, Path folder) {
    Weights weights = model.weights();
    weights.write(folder.resolve(WEIGHTS));
    ObjectNode card = JSON.createObjectNode();
    card.put("format", FORMAT);
    card.put("sha256", weights.sha256());
    card.set("spec", model.spec().json());
    byte[] text = card.toPrettyString().concat("\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(CARD), out -> out.write(text));
  }

  /// Reads what may come from anywhere: the spec is checked before the weights are opened, their
  /// names, types and shapes before memory is taken, and their SHA-256 at the end.
  ///
  /// @throws ModelFileError, naming the file, for anything that is not a whole model
  public static TransformerModel read(Path folder, Hardware hardware) {
    Path card = folder.resolve(CARD);
    JsonNode json =
        AtomicFile.reading(card, channel -> JSON.readTree(Channels.newInputStream(channel)));
    if (!json.path("format").asText().equals(FORMAT)) {
      throw new ModelFileError(
          "%s: expected the format `%s`, found `%s`"
              .formatted(card, FORMAT, json.path("format").asText()));
    }
    TransformerSpec spec = TransformerSpec.read(json.path("spec"), card.toString());
    Path file = folder.resolve(WEIGHTS);
    Weights weights = Weights.read(file, spec);
    if (!weights.sha256().equals(json.path("sha256").asText())) {
      throw new ModelFileError(file + ": the file is damaged: its SHA-256 is another");
    }
    return TransformerModel.of(spec, weights, hardware);
  }
}
