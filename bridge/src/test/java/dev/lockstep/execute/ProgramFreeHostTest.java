package dev.lockstep.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.PositionScheme;
import dev.lockstep.neural.SequenceModel;
import dev.lockstep.notation.Dictation;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Script;
import dev.lockstep.notation.Sight;
import dev.lockstep.notation.TuringNotation;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceReader;
import dev.lockstep.trace.TraceWriter;
import dev.lockstep.trace.Versions;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import dev.lockstep.verify.TokenVerifier;
import dev.lockstep.verify.TraceJudge;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executors whose host has a program of other rules (the same symbols and states) and may not be
/// asked for a step; what they write is judged afterwards, as a file, by the true machine.
class ProgramFreeHostTest {
  private static final TuringLanguage LANGUAGE = new TuringLanguage();
  private static final Source SOURCE =
      new Source(
          "increment.tm",
          """
          blank _
          start right
          halt done
          right: 0 -> 0 R right
          right: 1 -> 1 R right
          right: _ -> _ L carry
          carry: 1 -> 0 L carry
          carry: 0 -> 1 L done
          carry: _ -> 1 L done
          """);
  private static final Value INPUT = Value.of("1011");

  private final TuringProgram program = LANGUAGE.parse(SOURCE);
  private final TuringProgram swapped =
      LANGUAGE.parse(
          new Source(
              "swapped.tm",
              SOURCE.text().replace("-> 0 L carry", "-> 1 R done").replace("L done", "R carry")));
  private final Machine<TuringConfiguration, Act> truth = LANGUAGE.load(program);
  private final Machine<TuringConfiguration, Act> host = new Mute<>(LANGUAGE.load(swapped));
  private final Notation<TuringConfiguration, Act> notation = new TuringNotation(swapped, host);

  @TempDir private Path folder;

  @Test
  void looped() throws IOException {
    Layout<TuringConfiguration, Act> layout = LANGUAGE.layout(program).orElseThrow();
    Layout<TuringConfiguration, Act> other = LANGUAGE.layout(swapped).orElseThrow();
    LayoutMachine<TuringConfiguration, Act> machine =
        new LayoutMachine<>(host, other, CellNetwork.of(layout::rule));

    assertThat(judged(new Interpreter<>(machine))).isEqualTo("exact: 8 steps, halted");
  }

  @Test
  void scratchpadFromVisibleSets() throws IOException {
    Map<List<Integer>, Integer> heard = new HashMap<>();
    Notation<TuringConfiguration, Act> own = new TuringNotation(program, truth);
    Dictation<TuringConfiguration, Act> run =
        new Dictation<>(truth, own, truth.start(INPUT), Budget.DEFAULT);
    for (Sight sight = new Sight(own.shape()); run.more(); run.advance()) {
      run.script().look(sight);
      heard.put(key(sight), run.token());
    }
    TokenNetwork table =
        sights -> sights.stream().mapToInt(sight -> heard.get(key(sight))).toArray();

    assertThat(judged(new Scribe<>(host, notation, new InductiveWriter(notation, table))))
        .isEqualTo("exact: 8 steps, halted");
  }

  @Test
  void scratchpadFromAllTokens() throws IOException {
    Notation<TuringConfiguration, Act> own = new TuringNotation(program, truth);
    Dictation<TuringConfiguration, Act> run =
        new Dictation<>(truth, own, truth.start(INPUT), Budget.DEFAULT);
    List<Integer> tokens = new ArrayList<>();
    for (; run.more(); run.advance()) {
      tokens.add(run.token());
    }

    assertThat(judged(new Scribe<>(host, notation, new Reciter(tokens))))
        .isEqualTo("exact: 8 steps, halted");
  }

  @Test
  void anUntrainedNetworkThatReadsAllTokensIsJudgedToo() throws IOException {
    try (SequenceModel model = model(64)) {
      FullWriter writer = new FullWriter(notation, model);

      assertThat(judged(new Scribe<>(host, notation, writer))).startsWith("diverged at step ");
    }
  }

  @Test
  void aQuestionLongerThanTheMemoryIsAnEnding() {
    try (SequenceModel model = model(4)) {
      FullWriter writer = new FullWriter(notation, model);
      TuringConfiguration start = host.start(INPUT);
      Trace<TuringConfiguration, Act> trace =
          new Scribe<>(host, notation, writer).trace(start, Budget.DEFAULT);

      assertThat(trace.ending())
          .isEqualTo(new Ending.Garbled("the question is longer than the network's memory"));
      assertThat(
              new TokenVerifier<>(truth, new TuringNotation(program, truth))
                  .verifyAll(writer, List.of(start), Budget.DEFAULT)
                  .getFirst()
                  .describe())
          .endsWith("expected `'1`, claimed `nothing`");
    }
  }

  private SequenceModel model(int longest) {
    return SequenceModel.seeded(
        FullWriter.spec(notation, 16, 2, 1, 16, PositionScheme.NONE, longest), 1, Hardware.CPU);
  }

  private static List<Integer> key(Sight sight) {
    List<Integer> key = new ArrayList<>();
    for (int id : sight.flat()) {
      key.add(id);
    }
    return key;
  }

  /// What the true machine says of the file that the executor writes.
  private String judged(Executor<TuringConfiguration, Act> executor) throws IOException {
    Path file = folder.resolve("claimed.jsonl");
    TraceHeader header =
        new TraceHeader(
            LANGUAGE.name(),
            "claimed",
            "swapped.tm",
            ProgramHash.of(LANGUAGE, swapped),
            INPUT,
            OptionalLong.empty(),
            Budget.ofSteps(100),
            Versions.current());
    try (OutputStream out = Files.newOutputStream(file);
        TraceWriter<TuringConfiguration, Act> writer =
            new TraceWriter<>(out, header, host, LANGUAGE.deltaJson(), SOURCE)) {
      executor.run(host.start(INPUT), header.budget(), writer);
    }
    try (TraceReader reader = TraceReader.open(file)) {
      return new TraceJudge<>(truth, LANGUAGE.deltaJson(), SOURCE).judge(reader).describe();
    }
  }

  /// Says these tokens in their order, whatever it hears.
  private record Reciter(List<Integer> tokens) implements TokenWriter {
    @Override
    public Lanes open(int count) {
      int[] said = new int[count];
      return new Lanes() {
        @Override
        public void begin(int lane, Script<?, ?> script) {}

        @Override
        public int[] next(List<Integer> lanes, List<? extends Script<?, ?>> scripts) {
          return lanes.stream().mapToInt(lane -> tokens.get(said[lane])).toArray();
        }

        @Override
        public void wrote(int lane, Script<?, ?> script, int token) {
          said[lane]++;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public long longest() {
      return Long.MAX_VALUE;
    }
  }
}
