package dev.lockstep.cli;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.fuzz.Finding;
import dev.lockstep.mu.fuzz.Fuzzer;
import dev.lockstep.mu.fuzz.Search;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lockstep fuzz`: a bounded search for bugs of Mu.
@Command(
    name = "fuzz",
    description = {
      "Puts generated programs and damaged sources through the parser, the printer, the layout"
          + " and all engines of Mu.",
      "A crash, a hang, a disagreement or a lost error is shrunk and written as a file that shows it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep fuzz --programs 200000 --seed 1",
      "  lockstep fuzz --programs 50000 --corpus examples/programs"
    })
final class FuzzCommand implements LockstepCommand {
  @Option(
      names = "--programs",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many sources to examine (default: 10,000).")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of all choices (default: 1).")
  private long seed;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      defaultValue = "fuzz",
      description = "Where to write what shows a bug (default: fuzz).")
  private Path output;

  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description = "Damage the Mu programs of this folder too, beside the generated ones.")
  private Path corpus;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many sources at once (default: one a processor). Findings do not change.")
  private Integer threads;

  @Override
  public int run(Terminal terminal) throws IOException {
    int most = Optional.ofNullable(threads).orElse(Runtime.getRuntime().availableProcessors());
    if (most < 1 || count < 0) {
      throw new Misuse((most < 1 ? "--threads" : "--programs") + ": expected a positive number");
    }
    Reports reports = new Reports(terminal, System.nanoTime());
    try {
      Search.Tally tally = new Search(new Fuzzer(seed, written()), reports).run(count, most);
      terminal.out().println(reports.words(tally) + ", seed " + seed);
      return tally.findings() == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The programs of the corpus, in the order of their paths.
  private List<String> written() throws IOException {
    if (corpus == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(corpus)) {
      return files
          .filter(file -> file.toString().endsWith(".mu"))
          .sorted()
          .map(file -> Source.read(file).text())
          .toList();
    }
  }

  /// Says what is found while the search goes on.
  private final class Reports implements Search.Watcher {
    private final Terminal terminal;
    private final long begun;

    Reports(Terminal terminal, long begun) {
      this.terminal = terminal;
      this.begun = begun;
    }

    @Override
    public void news(Search.Tally tally) {
      terminal.err().println(words(tally));
      terminal.err().flush();
    }

    String words(Search.Tally tally) {
      return String.format(
          Locale.ROOT,
          "%,d sources, %,d of them programs, %d findings, %.0f a second",
          tally.sources(),
          tally.programs(),
          tally.findings(),
          tally.sources() / ((System.nanoTime() - begun) / 1e9));
    }

    @Override
    public void found(long index, Finding finding) {
      try {
        write(index, finding);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(long index, Finding finding) throws IOException {
      Files.createDirectories(output);
      Path file = output.resolve("seed-" + seed + "-" + index + ".mu");
      String kind = finding.kind().word();
      String head = "// " + kind + ": " + finding.message().lines().findFirst().orElse("");
      String input = finding.input().map(it -> "\n// input " + ValueJson.print(it)).orElse("");
      String all = head + input + "\n" + finding.text();
      try (AtomicFile whole = new AtomicFile(file)) {
        whole.stream().write(all.getBytes(StandardCharsets.UTF_8));
        whole.commit();
      }
      terminal.out().println(kind + ": " + finding.message() + " (" + file + ")");
      terminal.out().flush();
    }
  }
}
