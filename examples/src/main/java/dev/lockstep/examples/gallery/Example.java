package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program of the distribution with the lines of the files beside it.
///
/// @param path below the folder of all programs, such as `turing/add.tm`
/// @param expected what it answers: lines of `NAME.expected.jsonl`
/// @param inputs what to train it on: lines of `NAME.inputs.jsonl`, or none
record Example(String path, String text, List<String> expected, List<String> inputs) {
  Example {
    expected = List.copyOf(expected);
    inputs = List.copyOf(inputs);
  }

  /// All of them, in the order of `programs.txt`.
  static List<Example> shipped() {
    return paths().stream().map(Example::of).toList();
  }

  static List<String> paths() {
    return resource("programs.txt").orElseThrow().lines().toList();
  }

  private static Example of(String path) {
    String stem = "/programs/" + path.substring(0, path.lastIndexOf('.'));
    return new Example(
        path,
        resource("/programs/" + path).orElseThrow(),
        resource(stem + ".expected.jsonl").orElseThrow().lines().toList(),
        resource(stem + ".inputs.jsonl").stream().flatMap(String::lines).toList());
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Example.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of this jar
    }
  }

  /// `add.tm`.
  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  ProgramHash hash() {
    return hash(Languages.of(Path.of(path)));
  }

  private <P> ProgramHash hash(Language<P, ?, ?> language) {
    return ProgramHash.of(language, language.parse(new Source(fileName(), text)));
  }

  /// Writes the program alone into `folder`.
  Path unpack(Path folder) throws IOException {
    return Files.writeString(folder.resolve(fileName()), text);
  }

  List<JsonNode> answers() {
    return expected.stream().map(Example::json).toList();
  }

  /// Inputs that are known to make sense: those beside the program and those it has answers for.
  List<Value> known() {
    List<Value> known = new ArrayList<>();
    inputs.forEach(line -> known.add(ValueJson.parse(line)));
    answers().forEach(answer -> known.add(ValueJson.of(answer.path("input"))));
    return known;
  }

  static JsonNode json(String line) {
    try {
      return JsonTrees.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new InputError("not JSON: " + line);
    }
  }
}
