package dev.lockstep.examples.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.LockstepCommand;
import dev.lockstep.cli.Terminal;
import dev.lockstep.examples.demo.AdditionFigures.Result;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The demo's two executors for several seeds: verdicts must not depend on the seed, margins and
/// curves do.
@Command(
    name = "seeds",
    description =
        "Tells the demo's two stories for several seeds, without the controls, and compares the"
            + " verdicts. Writes a result file.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  lockstep seeds --seeds 1,2,3,4,5 -o results/seeds.json")
public final class SeedsCommand implements LockstepCommand {
  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,3,4,5",
      description = "the seeds (default: ${DEFAULT-VALUE})")
  private List<Long> seeds;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "seeds.json",
      description = "the result file (default: ${DEFAULT-VALUE})")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    ObjectNode results = header();
    List<Boolean> verdicts = new ArrayList<>();
    for (long seed : seeds) {
      Narrator narrator = new Narrator(terminal);
      TuringFigures turing = DemoCommand.partOne(narrator, Optional.empty(), seed);
      AdditionFigures addition =
          new AdditionStory(narrator, DemoCommand.shipped("mu/add.mu", "add.mu"), seed).tell(false);
      verdicts.add(turing.holds() && addition.holds());
      results.withArray("seeds").add(figures(seed, turing, addition));
    }
    boolean same = verdicts.stream().allMatch(held -> held);
    results.put("allHeld", same);
    try (AtomicFile file = new AtomicFile(output)) {
      file.stream().write((results.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
    print(terminal, results);
    return same ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static ObjectNode header() {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("experiment", "seeds");
    header.put("lockstep", Versions.current().lockstep());
    header.put("java", Versions.current().java());
    header.set("arithmetic", JsonTrees.MAPPER.valueToTree(Arithmetic.of(Hardware.best())));
    header.put("cores", Runtime.getRuntime().availableProcessors());
    header.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return header;
  }

  private static ObjectNode figures(long seed, TuringFigures turing, AdditionFigures addition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("seed", seed);
    node.putObject("looped")
        .put("program", turing.program())
        .put("held", turing.holds())
        .put("runsExact", turing.score().exact().right())
        .put("runs", turing.score().exact().total())
        .put("windows", turing.certificate().windows())
        .put("leastMargin", turing.certificate().leastMargin())
        .put("spread", turing.certificate().spread().greatest())
        .put("unseenFromTraces", turing.learned().fromTraces().unseen().rate())
        .put("checkerConfirmed", turing.confirmed())
        .put("weights", turing.certificate().subject().weightsSha256());
    ObjectNode scratchpad = node.putObject("scratchpad");
    scratchpad.put("program", "add.mu").put("held", addition.holds());
    scratchpad.put("cpuSeconds", addition.executor().seconds());
    scratchpad.put("lastLoss", addition.executor().learned().curve().getLast().loss());
    scratchpad.put("writtenAlone", addition.alone().describe());
    for (Result result : addition.executor().results()) {
      scratchpad
          .withObject("/exact")
          .put(result.digits() + " digits, " + result.kind(), result.exact().describe());
    }
    return node;
  }

  private static void print(Terminal terminal, ObjectNode results) {
    terminal.out().println();
    terminal.out().println("seed  looped  least margin  unseen from traces  scratchpad  last loss");
    results
        .withArray("seeds")
        .forEach(
            node ->
                terminal
                    .out()
                    .println(
                        String.format(
                            Locale.ROOT,
                            "%4d  %-6s  %12.3f  %17.1f%%  %-10s  %9.2e",
                            node.path("seed").asLong(),
                            word(node.at("/looped/held").asBoolean()),
                            node.at("/looped/leastMargin").asDouble(),
                            100 * node.at("/looped/unseenFromTraces").asDouble(),
                            word(node.at("/scratchpad/held").asBoolean()),
                            node.at("/scratchpad/lastLoss").asDouble())));
  }

  private static String word(boolean held) {
    return held ? "exact" : "FAILED";
  }
}
