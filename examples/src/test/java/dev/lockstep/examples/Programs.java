package dev.lockstep.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The example programs and the files beside them.
///
/// `programs/<language>/NAME.<suffix>` is a program; beside it `NAME.expected.jsonl` says what it
/// answers, and `NAME.inputs.jsonl`, where there is one, what to train and verify it on.
/// `programs/errors/<language>/NAME.<suffix>` is no program, and `NAME.err` the messages for it.
final class Programs {
  static final Path ROOT = Path.of("programs");
  static final Path ERRORS = ROOT.resolve("errors");

  private Programs() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every program that should run.
  static Stream<Path> good() {
    return files().stream().filter(Programs::isProgram).filter(file -> !file.startsWith(ERRORS));
  }

  /// Every program that should be refused.
  static Stream<Path> bad() {
    return files().stream().filter(Programs::isProgram).filter(file -> file.startsWith(ERRORS));
  }

  static boolean isProgram(Path file) {
    return Languages.all().stream()
        .anyMatch(language -> file.toString().endsWith("." + language.suffix()));
  }

  /// `NAME` with another ending: the file beside `program`.
  static Path beside(Path program, String ending) {
    String name = program.getFileName().toString();
    return program.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }

  static List<JsonNode> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Programs::json).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JsonTrees.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
