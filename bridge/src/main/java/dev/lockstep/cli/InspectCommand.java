package dev.lockstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.model.ModelCard;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.SequenceSpec;
import dev.lockstep.verify.Proportion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep inspect`: what a model is.
@Command(
    name = "inspect",
    description = "Checks a model's files and shows what it is and how it was trained.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep inspect increment.model", "  lockstep inspect increment.model --json"})
final class InspectCommand implements LockstepCommand {
  @Parameters(paramLabel = "MODEL", description = "A model's directory.")
  private Path directory;

  @Option(names = "--json", description = "Print the model's model.json as one JSON object.")
  private boolean json;

  @Override
  public int run(Terminal terminal) throws IOException {
    StoredModel stored = ModelDirectory.read(directory);
    if (json) {
      String card = Files.readString(directory.resolve(ModelDirectory.CARD));
      terminal.out().println(JsonTrees.MAPPER.readTree(card));
    } else {
      print(stored, terminal.out());
    }
    return ExitCode.DONE;
  }

  private static void print(StoredModel stored, PrintStream out) {
    ModelCard card = stored.card();
    line(out, "model", stored.directory() + " (" + card.kind().name() + ")");
    line(out, "program", card.programFile() + " (" + card.language() + ", " + card.program() + ")");
    line(out, "weights", card.weights());
    line(out, "network", network(card.kind().network()));
    line(out, "training", card.steps() + " steps, seed " + card.seed());
    line(out, "arithmetic", parts(card.arithmetic()));
    line(out, "written by", "lockstep " + card.lockstep());
    card.figures().properties().forEach(field -> figure(out, field.getKey(), field.getValue()));
  }

  private static String network(ModelSpec spec) {
    return switch (spec) {
      case LocalSpec local -> "local, " + parts(local);
      case SequenceSpec sequence -> "sequence, " + parts(sequence);
    };
  }

  /// A record's parts as `name value, name value`.
  private static String parts(Record whole) {
    return whole.toString().replaceAll("^\\w+\\[|]$", "").replace('=', ' ');
  }

  private static void figure(PrintStream out, String name, JsonNode value) {
    if (value.has("right") && value.has("of")) {
      line(
          out,
          name,
          new Proportion(value.get("right").longValue(), value.get("of").longValue()).describe());
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(field -> figure(out, name + "." + field.getKey(), field.getValue()));
    } else if (!value.isArray()) { // long lists, such as training curves, are for `--json`
      line(out, name, value.asText());
    }
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf(Locale.ROOT, "%-34s  %s%n", name, value);
  }
}
