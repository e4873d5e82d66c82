package dev.lockstep.examples.demo;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.LockstepCommand;
import dev.lockstep.cli.Terminal;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.report.Page;
import dev.lockstep.report.PageWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The main job on real programs.
@Command(
    name = "demo",
    description = {
      "Trains networks to execute programs, verifies them step by step far beyond the lengths they"
          + " were trained on, certifies one, and writes a page about it. Takes a few minutes.",
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep demo", "  lockstep demo --seed 7 --program my-machine.tm --part 1"})
public final class DemoCommand implements LockstepCommand {
  static final String ADDER = "add.tm";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "draws weights, inputs and batches (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      description = "a Turing machine of your own for part one (default: binary addition)")
  private Optional<Path> program = Optional.empty();

  @Option(
      names = "--page",
      paramLabel = "FILE",
      defaultValue = "lockstep-demo.html",
      description = "where the page is written (default: ${DEFAULT-VALUE})")
  private Path page;

  @Override
  public int run(Terminal terminal) throws IOException {
    Narrator narrator = new Narrator(terminal);
    Source source = program.map(Source::read).orElseGet(() -> shipped("turing/" + ADDER, ADDER));
    Language<?, ?, ?> language = Languages.of(Path.of(source.name()));
    Path folder = Files.createTempDirectory("lockstep-demo");
    TuringFigures turing =
        new TuringStory<>(narrator, language, source, program.isEmpty(), seed).tell(folder);
    PageWriter.write(
        new Page(
            "Lockstep: a network that executes a program, and proof that it does",
            "Every figure on this page was measured in one run, with seed " + seed + ".",
            new TuringPage(turing).blocks()),
        page);
    narrator.say("");
    narrator.say("The page: " + page.toAbsolutePath());
    return turing.holds() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  /// A program of the distribution.
  static Source shipped(String path, String name) {
    try (InputStream in = DemoCommand.class.getResourceAsStream("/programs/" + path)) {
      return new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e); // a resource of this jar
    }
  }
}
