package dev.lockstep.cli;

import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.fuzz.Finding;
import dev.lockstep.mu.fuzz.Fuzzer;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lockstep fuzz`: a bounded search for bugs of Mu.
@Command(
    name = "fuzz",
    description = {
      "Puts generated programs and damaged sources through the parser, the printer and both engines"
          + " of Mu.",
      "A crash, a hang, a disagreement or a lost error is shrunk and written as a file that shows it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  lockstep fuzz --programs 200000 --seed 1")
final class FuzzCommand implements LockstepCommand {
  private static final int MOST_FINDINGS = 20;
  private static final int BETWEEN_NEWS = 10_000;

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

  @Override
  public int run(Terminal terminal) throws IOException {
    Fuzzer fuzzer = new Fuzzer(seed);
    long start = System.nanoTime();
    long done = 0;
    int findings = 0;
    while (done < count && findings < MOST_FINDINGS) {
      Optional<Finding> found = fuzzer.examine(done);
      if (found.isPresent()) {
        findings++;
        report(done, found.get(), terminal);
      }
      done++;
      if (done % BETWEEN_NEWS == 0) {
        terminal.err().println(news(done, fuzzer, findings, start));
        terminal.err().flush();
      }
    }
    terminal.out().println(news(done, fuzzer, findings, start) + ", seed " + seed);
    return findings == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static String news(long done, Fuzzer fuzzer, int findings, long start) {
    return String.format(
        Locale.ROOT,
        "%,d sources, %,d of them programs, %d findings, %.0f a second",
        done,
        fuzzer.programs(),
        findings,
        done / ((System.nanoTime() - start) / 1e9));
  }

  private void report(long index, Finding finding, Terminal terminal) throws IOException {
    Files.createDirectories(output);
    Path file = output.resolve("seed-" + seed + "-" + index + ".mu");
    String head =
        "// " + finding.kind().word() + ": " + finding.message().lines().findFirst().orElse("");
    String input = finding.input().map(it -> "\n// input " + ValueJson.print(it)).orElse("");
    try (AtomicFile whole = new AtomicFile(file)) {
      whole.stream().write((head + input + "\n" + finding.text()).getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
    terminal.out().println(finding.kind().word() + ": " + finding.message() + " (" + file + ")");
  }
}
