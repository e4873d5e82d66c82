package dev.lockstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For every language: a trace file, replayed from its start, gives every configuration of the run.
class ReplayLawTest {
  private static final int PROGRAMS = 60;
  private static final Budget BUDGET = new Budget(300, 2_000, 50);

  static List<Language<?, ?, ?>> languages() {
    return Languages.all();
  }

  @ParameterizedTest
  @MethodSource("languages")
  <P, C, D> void replayGivesEveryConfiguration(Language<P, C, D> language) throws IOException {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      P sampled = language.sample(random, 12);
      Source source = new Source("sample." + language.suffix(), language.print(sampled));
      P program = language.parse(source);
      Machine<C, D> machine = language.load(program);
      Value input = language.input(program, random, 5);
      Trace<C, D> run = new Interpreter<>(machine).trace(machine.start(input), BUDGET);
      byte[] file = written(language, machine, source, header(language, source, input));
      String what = language.name() + ", seed " + seed;
      try (TraceReader reader = new TraceReader(what, new ByteArrayInputStream(file))) {
        Replay<C, D> replay = new Replay<>(reader, machine, language.deltaJson());
        List<C> configurations = new ArrayList<>(List.of(replay.configuration()));
        while (replay.advance().isPresent()) {
          configurations.add(replay.configuration());
        }
        assertThat(configurations).as(what).isEqualTo(run.configurations(machine));
        assertThat(reader.outcome().ending(source)).as(what).isEqualTo(run.ending());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  <P, C, D> void writtenFilesAreValid(Language<P, C, D> language) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("..", "docs", "trace.schema.json")));
    for (long seed = 0; seed < 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      P program = language.sample(random, 12);
      Source source = new Source("sample." + language.suffix(), language.print(program));
      Value input = language.input(program, random, 5);
      byte[] file =
          written(
              language,
              language.load(language.parse(source)),
              source,
              header(language, source, input));
      for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
        assertThat(schema.validate(JsonTrees.MAPPER.readTree(line))).as(line).isEmpty();
      }
    }
  }

  private static TraceHeader header(Language<?, ?, ?> language, Source source, Value input) {
    return new TraceHeader(
        language.name(),
        TraceHeader.INTERPRETER,
        source.name(),
        ProgramHash.ofPrinted(source.text()),
        input,
        OptionalLong.empty(),
        BUDGET,
        Versions.current());
  }

  private static <C, D> byte[] written(
      Language<?, C, D> language, Machine<C, D> machine, Source source, TraceHeader header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter<C, D> writer =
        new TraceWriter<>(bytes, header, machine, language.deltaJson(), source);
    new Interpreter<>(machine).run(machine.start(header.input()), BUDGET, writer);
    return bytes.toByteArray();
  }
}
