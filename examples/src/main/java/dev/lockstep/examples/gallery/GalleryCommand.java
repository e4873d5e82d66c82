package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.LockstepCommand;
import dev.lockstep.cli.Terminal;
import dev.lockstep.machine.InputError;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Example programs, Turing machines and the first Mu programs, the whole way.
@Command(
    name = "gallery",
    description = {
      "Takes the example Turing machines and the first Mu programs through check, run, trace, learn,"
          + " verify (on inputs ten times as long) and certify, and shows what came of it.",
      "Goes on where an earlier run with the same options stopped. Takes ten minutes or so."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep gallery -o gallery.json --markdown results.md",
      "  lockstep gallery --only turing/add.tm,mu/add.mu --steps 2000 --again"
    })
public final class GalleryCommand implements LockstepCommand {
  @Option(
      names = "--only",
      paramLabel = "PROGRAM",
      split = ",",
      description = "these programs, such as turing/add.tm (default: all)")
  private List<String> only = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "draws weights, inputs and batches (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "the most optimizer steps for each program (default: that of `learn`)")
  private Optional<Long> steps = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "about how long to train each program, such as 30s, instead of --steps")
  private Optional<String> budget = Optional.empty();

  @Option(names = "--again", description = "do again what the result file has already")
  private boolean again;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "gallery.json",
      description = "the result file (default: ${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "write the table as a page of Markdown too")
  private Optional<Path> markdown = Optional.empty();

  @Override
  public int run(Terminal terminal) throws IOException {
    List<Example> examples = chosen();
    Results results = new Results(output);
    String learning = String.join(" ", options());
    for (Example example : examples) {
      if (again || results.of(example, learning).isEmpty()) {
        results.put(travel(example, terminal).put("learning", learning));
      }
    }
    List<JsonNode> measured =
        examples.stream().flatMap(it -> results.of(it, learning).stream()).toList();
    terminal.out().print(new ResultTable(measured).text());
    if (markdown.isPresent()) {
      try (AtomicFile page = new AtomicFile(markdown.get())) {
        String text = new ResultTable(results.inOrder()).markdown();
        page.stream().write(text.getBytes(StandardCharsets.UTF_8));
        page.commit();
      }
    }
    return measured.stream().allMatch(GalleryCommand::inOrder)
        ? ExitCode.DONE
        : ExitCode.CHECK_FAILED;
  }

  /// Throws `InputError` where `--only` names no example.
  private List<Example> chosen() {
    List<String> paths = Example.paths();
    for (String name : only) {
      if (!paths.contains(name)) {
        throw new InputError("--only: no example `" + name + "`; there are " + paths);
      }
    }
    return Example.shipped().stream()
        .filter(example -> only.isEmpty() || only.contains(example.path()))
        .toList();
  }

  /// Those of `learn`.
  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("--seed", Long.toString(seed)));
    steps.ifPresent(it -> options.addAll(List.of("--steps", it.toString())));
    budget.ifPresent(it -> options.addAll(List.of("--budget", it)));
    return options;
  }

  private ObjectNode travel(Example example, Terminal terminal) throws IOException {
    Path folder = Files.createTempDirectory("lockstep-gallery");
    try {
      Journey journey =
          new Journey(
              example,
              seed,
              options(),
              folder,
              station -> {
                terminal.err().println("gallery: " + example.path() + ": " + station);
                terminal.err().flush();
              });
      return journey.travel();
    } finally {
      AtomicDirectory.delete(folder);
    }
  }

  /// Whether all that does not depend on how much was trained is as it should be: the program, its
  /// answers, its traces; and certificates, where there can be any.
  private static boolean inOrder(JsonNode result) {
    JsonNode answers = result.path("answers");
    JsonNode certificate = result.path("certificate");
    boolean certified =
        certificate.path("certified").asBoolean()
            && certificate.path("checkerConfirmed").asBoolean();
    return result.path("checked").asBoolean()
        && answers.path("right").equals(answers.path("of"))
        && answers.path("tracesExact").equals(answers.path("of"))
        && (certified || certificate.has("refused"));
  }
}
