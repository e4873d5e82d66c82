package dev.lockstep.examples.demo;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.LockstepCommand;
import dev.lockstep.cli.Terminal;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.report.Block;
import dev.lockstep.report.Page;
import dev.lockstep.report.PageWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
      names = "--part",
      paramLabel = "N",
      defaultValue = "1,2,3",
      split = ",",
      description = "which parts to tell (default: ${DEFAULT-VALUE})")
  private Set<Integer> parts;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      defaultValue = "lockstep-demo.html",
      description = "where the page is written (default: ${DEFAULT-VALUE})")
  private Path page;

  @Override
  public int run(Terminal terminal) throws IOException {
    Narrator narrator = new Narrator(terminal);
    List<Block> blocks = new ArrayList<>();
    boolean holds = true;
    if (parts.contains(1)) {
      TuringFigures figures = partOne(narrator, program.map(Source::read), seed);
      blocks.addAll(new TuringPage(figures).blocks());
      holds &= figures.holds();
    }
    if (parts.contains(2)) {
      AdditionFigures figures =
          new AdditionStory(narrator, shipped("mu/add.mu", "add.mu"), seed).tell(true);
      blocks.addAll(new AdditionPage(figures).blocks());
      holds &= figures.holds();
    }
    if (parts.contains(3)) {
      PicturesStory story = new PicturesStory(narrator, seed);
      blocks.addAll(story.tell());
      holds &= story.holds();
    }
    PageWriter.write(
        new Page(
            "Lockstep: networks that execute programs, and proof that they do",
            "Every figure on this page was measured in one run, with seed " + seed + ".",
            blocks),
        page);
    narrator.heading(holds ? "All of it held." : "Not all of it held: see above.");
    narrator.say("The page: " + page.toAbsolutePath());
    return holds ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  /// Part one on a program of the user's, or else on the adder.
  static TuringFigures partOne(Narrator narrator, Optional<Source> own, long seed)
      throws IOException {
    Source source = own.orElseGet(() -> shipped("turing/" + ADDER, ADDER));
    Language<?, ?, ?> language = Languages.of(Path.of(source.name()));
    Path folder = Files.createTempDirectory("lockstep-demo");
    try {
      return new TuringStory<>(narrator, language, source, own.isEmpty(), seed).tell(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
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
