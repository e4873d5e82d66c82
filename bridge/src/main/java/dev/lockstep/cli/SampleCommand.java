package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep sample`: random programs of any language with inputs, from a seed, as files.
@Command(
    name = "sample",
    description = {
      "Writes different random programs of any language, with inputs: data in which the rules vary.",
      "Each program has its inputs in NAME.inputs.jsonl; programs.json records version and seed."
          + " `generate` draws more telling programs in Mu."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep sample markov --size 1 --programs 500 --inputs 8 -o rules",
      "  lockstep sample dfa --size 12 --seed 7 -o automata"
    })
final class SampleCommand implements LockstepCommand {
  private static final int MOST_DRAWS = 1_000; // for one program that is new

  @Parameters(paramLabel = "LANGUAGE", description = "One that `lockstep languages` lists.")
  private String name;

  @Option(
      names = "--programs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int programs;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rules or statements, about (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "4",
      description = "Inputs of each program (default: ${DEFAULT-VALUE}).")
  private int inputs;

  @Option(
      names = "--max-size",
      paramLabel = "N",
      defaultValue = "12",
      description = "The largest input: symbols, digits, items (default: ${DEFAULT-VALUE}).")
  private int largest;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of all choices (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      required = true,
      description = "The folder to write into; made if it is not there.")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    if (programs < 1 || size < 1 || inputs < 1 || largest < 1) {
      throw new Misuse("--programs, --size, --inputs and --max-size: expected numbers from 1");
    }
    write(language(), terminal);
    return ExitCode.DONE;
  }

  private Language<?, ?, ?> language() {
    List<String> names = Languages.all().stream().map(Language::name).toList();
    return Languages.all().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "unknown language `" + name + "`",
                    Nearest.to(name, names)
                        .map(it -> "Did you mean `" + it + "`?")
                        .orElse("List them with `lockstep languages`.")));
  }

  private <P> void write(Language<P, ?, ?> language, Terminal terminal) throws IOException {
    Files.createDirectories(output);
    RandomGenerator random = new SplittableRandom(seed);
    Set<ProgramHash> known = new HashSet<>();
    ObjectNode record = JsonTrees.MAPPER.createObjectNode();
    record.put("lockstep", Versions.current().lockstep()).put("language", name);
    record.put("seed", seed).put("size", size);
    int draws = 0;
    while (known.size() < programs) {
      if (++draws > MOST_DRAWS) {
        throw new Misuse(
            "--programs: no other program of this size was found after " + known.size(),
            "Ask for fewer, or for larger ones with --size.");
      }
      P program = language.sample(random, size);
      List<String> drawn = drawn(language, program, random);
      ProgramHash hash = ProgramHash.of(language, program);
      if (!drawn.isEmpty() && known.add(hash)) {
        draws = 0;
        String file = String.format(Locale.ROOT, "%s-%05d", name, known.size());
        write(file + "." + language.suffix(), language.print(program));
        write(file + ".inputs.jsonl", String.join("\n", drawn) + "\n");
        record
            .withArray("programs")
            .addObject()
            .put("file", file + "." + language.suffix())
            .put("sha256", hash.hex());
      }
    }
    write("programs.json", record.toPrettyString() + "\n");
    terminal
        .out()
        .println(String.format(Locale.ROOT, "%,d programs in %s, seed %d", programs, output, seed));
  }

  /// Inputs as JSON; none where the program takes none.
  private <P> List<String> drawn(Language<P, ?, ?> language, P program, RandomGenerator random) {
    try {
      return IntStream.rangeClosed(1, inputs)
          .map(i -> Math.max(1, Math.toIntExact((long) largest * i / inputs)))
          .mapToObj(most -> ValueJson.print(language.input(program, random, most)))
          .toList();
    } catch (InputError _) {
      return List.of();
    }
  }

  private void write(String file, String content) throws IOException {
    try (AtomicFile whole = new AtomicFile(output.resolve(file))) {
      whole.stream().write(content.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
  }
}
