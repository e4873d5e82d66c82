package dev.lockstep.neural;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A training at rest: `checkpoint.json` names the file of tensors that belongs to it, so that
/// replacing this one small file replaces the checkpoint at once.
///
/// @param gradients what they are computed by, where that is recorded: each way rounds differently
/// @param tensors parameters and moments, by the names that `Optimizer` gives them
public record Checkpoint(
    NetworkSpec spec,
    TrainingPlan plan,
    long step,
    Arithmetic arithmetic,
    Optional<String> gradients,
    SequencedMap<String, HostTensor> tensors) {
  /// Gradients in Java: what was written before they could be recorded is not of them.
  public static final String VECTORS = "vectors";

  private static final String GRADIENTS = "gradients";
  private static final String JSON_FILE = "checkpoint.json";
  private static final String FORMAT = "lockstep-checkpoint-1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /// How a spec is read from JSON; the text is the file's name, for messages.
  @FunctionalInterface
  public interface SpecReader {
    NetworkSpec read(JsonNode json, String where);
  }

  public Checkpoint {
    tensors = new LinkedHashMap<>(tensors);
  }

  /// A training as it stands.
  public static Checkpoint of(Network network, Optimizer optimizer, TrainingPlan plan, long step) {
    return new Checkpoint(
        network.spec(),
        plan,
        step,
        Arithmetic.of(network.hardware()),
        Optional.empty(),
        network.reading(_ -> optimizer.saved()));
  }

  /// The same with a record of what gradients are computed by.
  public Checkpoint withGradients(String by) {
    return new Checkpoint(spec, plan, step, arithmetic, Optional.of(by), tensors);
  }

  /// Demands that gradients be computed as before: `ModelFileError` where they are not.
  public void demandGradients(String by, Path directory) {
    String before = gradients.orElse(by.equals(VECTORS) ? "kernels" : by);
    if (!before.equals(by)) {
      throw new ModelFileError(
          """
          %s: the training began in other arithmetic, so it cannot go on bit for bit: gradients by \
          %s, not %s (vectors are there with --add-modules=jdk.incubator.vector)"""
              .formatted(directory.resolve(JSON_FILE), before, by));
    }
  }

  /// The weights as they were.
  public Weights parameters() {
    return Optimizer.parameters(spec, tensors);
  }

  /// Writes into a directory, whole or not at all; an earlier checkpoint there is replaced.
  public void write(Path directory) {
    String sha256 = SafeTensors.sha256(tensors);
    String name = "state-%s.safetensors".formatted(sha256.substring(0, 16));
    SafeTensors.write(directory.resolve(name), tensors);
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT).put("step", step).put("tensors", name);
    json.put("sha256", sha256);
    json.set("spec", spec.json());
    json.set("plan", SpecJson.write(plan));
    json.set("arithmetic", SpecJson.write(arithmetic));
    gradients.ifPresent(by -> json.put(GRADIENTS, by));
    byte[] text = json.toPrettyString().concat("\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(directory.resolve(JSON_FILE), out -> out.write(text));
    removeOthers(directory, name);
  }

  private static void removeOthers(Path directory, String kept) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "state-*.safetensors")) {
      for (Path file : files) {
        if (!file.getFileName().toString().equals(kept)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new ModelFileError(
          "%s: an old checkpoint cannot be removed: %s".formatted(directory, e.getMessage()));
    }
  }

  static Checkpoint read(Path directory, Hardware hardware) {
    return read(directory, hardware, SpecJson::read);
  }

  /// Reads a checkpoint, for going on with it on `hardware`.
  ///
  /// @throws ModelFileError where it is missing or damaged, or was written by another engine, on
  ///   another device or with another number of threads: training would go on, but not bit for bit
  public static Checkpoint read(Path directory, Hardware hardware, SpecReader specs) {
    Path file = directory.resolve(JSON_FILE);
    JsonNode json =
        AtomicFile.reading(file, channel -> JSON.readTree(Channels.newInputStream(channel)));
    String where = file.toString();
    String name = json.path("tensors").asText();
    JsonNode step = json.path("step");
    if (!json.path("format").asText().equals(FORMAT)
        || !name.matches("state-[0-9a-f]{16}\\.safetensors")
        || !step.canConvertToLong()
        || step.longValue() < 0) {
      throw new ModelFileError(where + ": this is not a checkpoint of this version");
    }
    NetworkSpec spec = specs.read(json.path("spec"), where);
    TrainingPlan plan = SpecJson.readPlan(json.path("plan"), where);
    Arithmetic arithmetic = SpecJson.readArithmetic(json.path("arithmetic"), where);
    Arithmetic here = Arithmetic.of(hardware);
    if (!arithmetic.equals(here)) {
      throw new ModelFileError(
          "%s: the training began in other arithmetic, so it cannot go on bit for bit: %s, not %s"
              .formatted(where, arithmetic, here));
    }
    Path elements = directory.resolve(name);
    SequencedMap<String, HostTensor> tensors =
        SafeTensors.read(elements, Optimizer.shapes(spec), spec.element());
    if (!SafeTensors.sha256(tensors).equals(json.path("sha256").asText())) {
      throw new ModelFileError(elements + ": the file is damaged: its SHA-256 is another");
    }
    Optional<String> gradients = Optional.ofNullable(json.path(GRADIENTS).textValue());
    return new Checkpoint(spec, plan, step.longValue(), arithmetic, gradients, tensors);
  }

  static ModelFileError otherKind(Path directory) {
    return new ModelFileError(
        "%s: the checkpoint belongs to another kind of model".formatted(directory));
  }
}
