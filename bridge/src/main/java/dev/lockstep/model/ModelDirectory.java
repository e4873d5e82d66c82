package dev.lockstep.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A model on disk: `weights.safetensors`, `model.json`, the program's source, and `SHA256SUMS`.
public final class ModelDirectory {
  public static final String CARD = "model.json";
  public static final String WEIGHTS = "weights.safetensors";

  private ModelDirectory() {}

  /// Writes a model, whole or not at all, in place of an earlier model there. Throws
  /// `ModelFileError` where something else is there, `UncheckedIOException` where the disk refuses.
  public static void write(Path directory, ModelCard card, Weights weights, String programText) {
    requireFree(directory);
    if (List.of(CARD, WEIGHTS, Checksums.FILE).contains(card.programFile())) {
      throw new IllegalArgumentException("a program cannot be called " + card.programFile());
    }
    ModelCard sealed = card.withWeights(weights.sha256());
    AtomicDirectory.write(directory, fresh -> fill(fresh, sealed, weights, programText));
  }

  private static void fill(Path directory, ModelCard card, Weights weights, String programText) {
    weights.write(directory.resolve(WEIGHTS));
    String json = CardJson.write(card).toPrettyString() + "\n";
    try {
      Files.writeString(directory.resolve(CARD), json);
      Files.writeString(directory.resolve(card.programFile()), programText);
      Files.writeString(
          directory.resolve(Checksums.FILE), Checksums.of(directory, files(card.programFile())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws `ModelFileError` where a model cannot be written: a file is there, or a directory that
  /// is no model. To be asked before a long training.
  public static void requireFree(Path directory) {
    if (Files.exists(directory)
        && !Files.exists(directory.resolve(CARD))
        && !(Files.isDirectory(directory) && isEmpty(directory))) {
      throw new ModelFileError(
          directory + ": exists and is not a model; remove it or choose another name");
    }
  }

  private static boolean isEmpty(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads and checks a model. Throws `ModelFileError`, naming the file, where anything is missing,
  /// damaged or of another version.
  public static StoredModel read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new ModelFileError(
          directory
              + (Files.exists(directory)
                  ? ": a file, expected a model's directory"
                  : ": no such model"));
    }
    Path file = directory.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new ModelFileError(directory + ": not a model: it has no " + CARD);
    }
    JsonFields json = JsonFields.of(file.toString(), parse(file));
    String program = json.object("program").text("file");
    ModelCard card = CardJson.read(json);
    Checksums.check(directory, files(program));
    Weights weights = Weights.read(directory.resolve(WEIGHTS), card.kind().network());
    if (!weights.sha256().equals(card.weights())) {
      throw new ModelFileError(file + ": field `weights`: the SHA-256 is not that of " + WEIGHTS);
    }
    return new StoredModel(directory, card, weights, Checksums.text(directory.resolve(program)));
  }

  private static JsonNode parse(Path file) {
    try {
      return JsonTrees.MAPPER.readTree(Checksums.text(file));
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new ModelFileError(file + line + ": damaged: " + ValueJson.explain(e));
    }
  }

  private static List<String> files(String program) {
    return List.of(CARD, program, WEIGHTS);
  }
}
