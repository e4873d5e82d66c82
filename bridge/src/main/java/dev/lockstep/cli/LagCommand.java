package dev.lockstep.cli;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.tag.TagPrinter;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.tag.LagSystem;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep lag`: a Turing machine as a lag system.
@Command(
    name = "lag",
    description = {
      "Compiles a one-tape Turing machine to a lag system: rules on two symbols, of which one leaves"
          + " the front of the word, and at most two are written at its end.",
      "A turn of the word is a step of the machine."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  lockstep lag increment.tm -o increment.tag")
final class LagCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", description = "The Turing machine.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the lag system goes, instead of the screen.")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    TagProgram lag = new LagSystem(TuringReader.read(Source.read(file))).program();
    String text = TagPrinter.print(lag);
    if (output == null) {
      terminal.out().print(text);
    } else {
      try (AtomicFile whole = OutputFile.open(output)) {
        whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
        whole.commit();
      }
    }
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "lag: %,d rules over %,d symbols%n",
            lag.rules().size(),
            lag.symbols().size());
    return ExitCode.DONE;
  }
}
