package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lockstep languages`: what programs may be written in.
@Command(
    name = "languages",
    description = "Lists the languages that programs may be written in.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  lockstep languages --json")
final class LanguagesCommand implements LockstepCommand {
  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public int run(Terminal terminal) {
    if (json) {
      ObjectNode report = JsonTrees.MAPPER.createObjectNode();
      ArrayNode all = report.putArray("languages");
      for (Language<?, ?, ?> language : Languages.all()) {
        all.addObject()
            .put("name", language.name())
            .put("suffix", language.suffix())
            .put("description", language.description());
      }
      terminal.out().println(report);
    } else {
      for (Language<?, ?, ?> language : Languages.all()) {
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "%-10s .%-7s %s%n",
                language.name(),
                language.suffix(),
                language.description());
      }
    }
    return ExitCode.DONE;
  }
}
