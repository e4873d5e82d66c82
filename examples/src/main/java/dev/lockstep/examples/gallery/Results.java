package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.InputError;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The result file: what one run of the gallery measured, program by program. Written whole after
/// every program, so that a run that is stopped goes on where it was.
final class Results {
  private static final String PROGRAMS = "programs";

  private final Path file;
  private final SequencedMap<String, JsonNode> programs = new LinkedHashMap<>();

  /// Reads what an earlier run left in `file`, if anything. Throws `InputError` where the file is
  /// something else.
  Results(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      JsonNode earlier = Example.json(Files.readString(file));
      if (!earlier.path("experiment").asText().equals("gallery")) {
        throw new InputError(file + ": is there and is not a result of the gallery");
      }
      earlier.path(PROGRAMS).forEach(node -> programs.put(node.path("program").asText(), node));
    }
  }

  /// What was measured of this very program with the same options of learning.
  Optional<JsonNode> of(Example example, String learning) {
    return Optional.ofNullable(programs.get(example.path()))
        .filter(node -> node.path("sha256").asText().equals(example.hash().hex()))
        .filter(node -> node.path("learning").asText().equals(learning));
  }

  void put(ObjectNode result) throws IOException {
    programs.put(result.path("program").asText(), result);
    ObjectNode all = header();
    inOrder().forEach(all.putArray(PROGRAMS)::add);
    try (AtomicFile whole = new AtomicFile(file)) {
      whole.stream().write((all.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
  }

  /// Those of the distribution, in its order.
  List<JsonNode> inOrder() {
    List<JsonNode> ordered = new ArrayList<>();
    Example.paths()
        .forEach(path -> Optional.ofNullable(programs.get(path)).ifPresent(ordered::add));
    return ordered;
  }

  private static ObjectNode header() {
    Arithmetic arithmetic = Arithmetic.of(Hardware.best());
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("experiment", "gallery");
    header.put("lockstep", Versions.current().lockstep()).put("java", Versions.current().java());
    header
        .putObject("machine")
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("engine", arithmetic.engine() + " " + arithmetic.version())
        .put("device", arithmetic.device())
        .put("dtype", arithmetic.dtype())
        .put("threads", arithmetic.threads());
    return header;
  }
}
