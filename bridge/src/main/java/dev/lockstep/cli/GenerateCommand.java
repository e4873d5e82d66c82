package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lockstep generate`: Mu programs with inputs, from a seed, as files.
@Command(
    name = "generate",
    description = {
      "Writes Mu programs that check, end, depend on their inputs and differ in what they do.",
      "Each NAME.mu has an input in NAME.inputs.jsonl; programs.json records version, seed and knobs."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep generate --family lists --programs 100 --seed 1 -o lists",
      "  lockstep generate --family mixed --length 13,80,164,246 --programs 50 -o buckets"
    })
final class GenerateCommand implements LockstepCommand {
  @Option(
      names = "--family",
      paramLabel = "NAME",
      defaultValue = "mixed",
      description = {
        "straight-line, lists, branches, recursion, mixed;",
        "texts, records, tables, or whole: all of Mu (default: mixed)."
      })
  private String family;

  @Option(
      names = "--programs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many, of each length (default: 10).")
  private int programs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of all choices (default: 1).")
  private long seed;

  @Option(
      names = "--length",
      split = ",",
      paramLabel = "STEPS",
      defaultValue = "0",
      description = "The length of runs in steps, within an eighth (default: any).")
  private List<Integer> lengths;

  @Option(names = "--statements", paramLabel = "N", description = "Statements of main.")
  private Integer statements;

  @Option(names = "--depth", paramLabel = "N", description = "How deep blocks nest.")
  private Integer depth;

  @Option(names = "--variables", paramLabel = "N", description = "Variables visible at once.")
  private Integer variables;

  @Option(names = "--turns", paramLabel = "N", description = "Turns of outermost loops.")
  private Integer turns;

  @Option(names = "--lists", paramLabel = "N", description = "Lists that main makes, at most.")
  private Integer lists;

  @Option(names = "--functions", paramLabel = "N", description = "Functions beside main.")
  private Integer functions;

  @Option(
      names = "--faults",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Divisions, indices and pops that may fail (default: 0).")
  private int faults;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      required = true,
      description = "The folder to write into; made if it is not there.")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    Family known = Family.of(family).orElseThrow(() -> new Misuse("--family: " + expected()));
    Files.createDirectories(output);
    ObjectNode record = JsonTrees.MAPPER.createObjectNode();
    record.put("lockstep", Versions.current().lockstep()).put("seed", seed);
    int written = 0;
    for (int length : lengths) {
      Knobs knobs = knobs(known, length);
      record.withArray("knobs").add(knobs.toJson());
      written += write(new ProgramGenerator(seed, knobs), length, record);
    }
    write("programs.json", record.toPrettyString() + "\n");
    terminal
        .out()
        .println(String.format(Locale.ROOT, "%,d programs in %s, seed %d", written, output, seed));
    return ExitCode.DONE;
  }

  private static String expected() {
    return Arrays.stream(Family.values())
        .map(Family::word)
        .collect(Collectors.joining(", ", "expected one of ", ""));
  }

  private Knobs knobs(Family known, int length) {
    Knobs usual = Knobs.of(known);
    try {
      return new Knobs(
          known,
          or(statements, usual.statements()),
          or(depth, usual.depth()),
          or(variables, usual.variables()),
          or(turns, usual.turns()),
          or(lists, usual.lists()),
          or(functions, usual.functions()),
          length,
          faults);
    } catch (IllegalArgumentException e) {
      throw new Misuse(e.getMessage());
    }
  }

  private static int or(Integer given, int usual) {
    return given == null ? usual : given;
  }

  private int write(ProgramGenerator generator, int length, ObjectNode record) throws IOException {
    MuLanguage mu = new MuLanguage();
    for (int i = 1; i <= programs; i++) {
      ProgramGenerator.Generated made;
      try {
        made = generator.next();
      } catch (IllegalStateException e) {
        throw new Misuse("the knobs are too tight: " + e.getMessage());
      }
      String name =
          String.format(Locale.ROOT, "%s%s-%05d", family, length == 0 ? "" : "-" + length, i);
      String head =
          "// Generated: seed %d, knobs %s\n".formatted(made.seed(), made.knobs().toJson());
      write(name + ".mu", head + made.text());
      write(name + ".inputs.jsonl", ValueJson.print(made.input()) + "\n");
      record
          .withArray("programs")
          .addObject()
          .put("file", name + ".mu")
          .put("sha256", ProgramHash.of(mu, made.program()).hex())
          .put("seed", made.seed())
          .put("steps", made.steps())
          .put("turns", made.knobs().turns())
          .put("statements", made.knobs().statements());
    }
    return programs;
  }

  private void write(String name, String content) throws IOException {
    try (AtomicFile file = new AtomicFile(output.resolve(name))) {
      file.stream().write(content.getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
  }
}
