package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The `python3` of the machine, if there is one, on scripts that are resources here.
final class CPython {
  private final Path folder;

  private CPython(Path folder) {
    this.folder = folder;
  }

  /// Unpacks the scripts into `folder`.
  static Optional<CPython> in(Path folder) throws IOException {
    List<String> scripts = new ArrayList<>(List.of("timed", "traced"));
    Workload.ALL.forEach(it -> scripts.add(it.name()));
    for (String script : scripts) {
      Files.writeString(folder.resolve(script + ".py"), Resources.text(script + ".py"));
    }
    CPython python = new CPython(folder);
    return start("--version").isPresent() ? Optional.of(python) : Optional.empty();
  }

  /// What a script prints as its one line of JSON; names of scripts stand for their files.
  Optional<JsonNode> json(String... arguments) throws IOException {
    String[] files =
        Arrays.stream(arguments)
            .map(it -> it.endsWith(".py") ? folder.resolve(it).toString() : it)
            .toArray(String[]::new);
    Optional<String> printed = start(files);
    return printed.isPresent()
        ? Optional.of(JsonTrees.MAPPER.readTree(printed.get()))
        : Optional.empty();
  }

  private static Optional<String> start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream out = process.getInputStream()) {
        String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
