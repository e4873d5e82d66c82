package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.LockstepCommand;
import dev.lockstep.cli.Terminal;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep bench mu`: how fast Mu is; `lockstep bench neural`: how fast the engine is; each
/// beside its peers in the same run. `lockstep bench machines`: how fast the machine languages are.
@Command(
    name = "bench",
    description = {
      "Measures Mu beside CPython and Java written by hand, in one run: untraced, programs of texts,"
          + " records and maps beside the interpreter (values), traced, ten million steps streamed"
          + " from a heap of 200 MB, parsing, start.",
      "Without python3 the ratios to it are left out. Writes a result file.",
      "`neural` measures the engine beside stock DJL: training steps as a share of the speed of"
          + " large matrix products, decoding, rows of cells, start. CPU seconds, medians of"
          + " interleaved rounds; fails where a goal is missed or a figure is above what the"
          + " hardware can do.",
      "`machines` measures Turing machines, SUBLEQ and Life, in steps a second of one thread's CPU"
          + " time, and follows U(15,2) step by step; fails where a goal is missed."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep bench mu --launcher ./lockstep -o mu-speed.json",
      "  lockstep bench neural --rows \"training, width 64\""
    })
public final class BenchCommand implements LockstepCommand {
  /// What can be measured.
  enum Subject {
    MU,
    NEURAL,
    MACHINES
  }

  /// Parts of a measurement.
  enum Part {
    UNTRACED,
    VALUES,
    TRACED,
    STREAM,
    PARSING,
    START
  }

  @Parameters(paramLabel = "SUBJECT", description = "What to measure: mu, neural or machines.")
  private Subject subject;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      defaultValue = "untraced,values,traced,stream,parsing,start",
      description = "untraced, values, traced, stream, parsing, start (default: all).")
  private List<Part> parts;

  @Option(
      names = "--scale",
      paramLabel = "F",
      defaultValue = "1",
      description = "Sizes of the untraced workloads, as a factor (default: 1).")
  private double scale;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of which the best counts (default: 5).")
  private int repeats;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      description = "Interleaved rounds of each figure of `neural` (default: 9).")
  private int rounds;

  @Option(
      names = "--rows",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only the figures of `neural` whose names begin so (default: all).")
  private String rows;

  @Option(
      names = "--megabytes",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,4,10",
      description = "Sizes of sources to parse (default: 1,2,4,10).")
  private List<Integer> megabytes;

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      description = "The script that starts Lockstep (default: this Java and class path).")
  private Path launcher;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The result file (default: none).")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    return switch (subject) {
      case MU -> mu(terminal);
      case NEURAL -> new NeuralSpeed(terminal, rounds, rows).measure();
      case MACHINES -> new MachineSpeed(terminal, repeats).measure();
    };
  }

  private int mu(Terminal terminal) throws IOException {
    Path folder = Files.createTempDirectory("lockstep-bench");
    try {
      MuSpeed speed = new MuSpeed(terminal, folder, repeats);
      header(speed.results());
      for (Part part : parts) {
        switch (part) {
          case UNTRACED -> speed.untraced(scale);
          case VALUES -> new MuValuesSpeed(terminal, repeats).measure(speed.results());
          case TRACED -> speed.traced();
          case STREAM -> speed.stream();
          case PARSING -> speed.parsing(megabytes);
          case START -> speed.starts(Optional.ofNullable(launcher));
        }
      }
      if (output != null) {
        write(speed.results());
      }
      return ExitCode.DONE;
    } finally {
      remove(folder);
    }
  }

  private void header(ObjectNode results) {
    results.put("experiment", "mu speed");
    results.put("lockstep", Versions.current().lockstep());
    results.put("java", Versions.current().java());
    results.put("cores", Runtime.getRuntime().availableProcessors());
    results.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    results.put("seed", 0).put("scale", scale).put("repeats", repeats);
  }

  private void write(ObjectNode results) throws IOException {
    try (AtomicFile file = new AtomicFile(output)) {
      file.stream().write((results.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
