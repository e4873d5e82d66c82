package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.Terminal;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceWriter;
import dev.lockstep.trace.Versions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// The figures of Mu, each beside its peer, printed as they come and kept as JSON.
final class MuSpeed {
  private static final Budget LARGE = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 1_000_000);
  private static final int PYTHON_REPEATS = 3;
  private static final int TRACED_EVENTS = 1_000_000;
  private static final int WARM = 6; // runs of a million events until they are compiled

  private final MuLanguage mu = new MuLanguage();
  private final Terminal terminal;
  private final Optional<CPython> python;
  private final Path folder;
  private final int repeats;
  private final ObjectNode results = JsonTrees.MAPPER.createObjectNode();

  MuSpeed(Terminal terminal, Path folder, int repeats) throws IOException {
    this.terminal = terminal;
    this.folder = folder;
    this.repeats = repeats;
    this.python = CPython.in(folder);
  }

  /// Everything measured so far.
  ObjectNode results() {
    return results;
  }

  private void say(String format, Object... values) {
    print(String.format(Locale.ROOT, format, values));
  }

  private void print(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }

  private MuProgram program(String name) {
    return mu.parse(new Source(name + ".mu", Resources.text(name + ".mu")));
  }

  private static Value sized(long size) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("n", Value.of(size));
    return new Value.Fields(fields);
  }

  /// Runs without a trace, in CPU seconds. Throws `IllegalStateException` where the answers differ.
  void untraced(double scale) throws IOException {
    say(
        "%-12s %10s %10s %10s %12s %10s",
        "untraced", "mu s", "java s", "python s", "x python", "of java");
    ObjectNode untraced = results.putObject("untraced").put("clock", "CPU seconds of the thread");
    untraced.put("repeats", repeats).put("cpythonRepeats", PYTHON_REPEATS);
    ArrayNode rows = untraced.putArray("workloads");
    double logPython = 0;
    double logJava = 0;
    for (Workload workload : Workload.ALL) {
      long size = Math.max(2, Math.round(workload.size() * scale));
      Runner<MuDelta> runner = mu.runner(program(workload.name())).orElseThrow();
      Value input = sized(size);
      Timing.Pair times =
          Timing.both(
              repeats,
              () -> answer(runner.run(input, LARGE, _ -> true)),
              () -> workload.java().applyAsLong(size));
      double own = times.first();
      double java = times.second();
      ObjectNode row =
          rows.addObject()
              .put("name", workload.name())
              .put("size", size)
              .put("mu", own)
              .put("java", java);
      logJava += Math.log(own / java);
      Optional<JsonNode> peer =
          python("timed.py", workload.name() + ".py", "" + size, "" + PYTHON_REPEATS);
      double seconds = peer.map(it -> it.get("seconds").asDouble()).orElse(Double.NaN);
      peer.ifPresent(
          it -> {
            same(workload.name(), times.answer(), it.get("answer").asLong());
            results.put("python", it.get("version").asText());
            row.put("cpython", seconds);
          });
      logPython += Math.log(seconds / own);
      say(
          "%-12s %10.4f %10.4f %10.4f %12.1f %10.2f",
          workload.name(), own, java, seconds, seconds / own, own / java);
    }
    double timesPython = Math.exp(logPython / Workload.ALL.size());
    double ofJava = Math.exp(logJava / Workload.ALL.size());
    say("%-12s %10s %10s %10s %12.1f %10.2f", "geometric", "", "", "", timesPython, ofJava);
    untraced.put("timesJava", ofJava);
    if (!Double.isNaN(timesPython)) {
      untraced.put("timesFasterThanCPython", timesPython);
    }
  }

  private static long answer(Optional<Runner.Finish> finish) {
    Value value = finish.orElseThrow().output().orElseThrow();
    return value instanceof Value.Int(var number) ? number.longValueExact() : -1;
  }

  private static void same(String name, long one, long two) {
    if (one != two) {
      throw new IllegalStateException(name + " answers " + one + " and " + two);
    }
  }

  private Optional<JsonNode> python(String... arguments) throws IOException {
    return python.isPresent() ? python.get().json(arguments) : Optional.empty();
  }

  /// Keeps every event, as a trace in memory does.
  private static final class Kept {
    private final List<MuDelta> deltas = new ArrayList<>(TRACED_EVENTS);
    private final List<Note> notes = new ArrayList<>(TRACED_EVENTS);

    boolean step(MuDelta delta, Note note) {
      deltas.add(delta);
      notes.add(note);
      return deltas.size() < TRACED_EVENTS;
    }
  }

  /// Runs with every statement told, in CPU seconds of the process.
  void traced() throws IOException {
    MuProgram program = program("bubble");
    Runner<MuDelta> runner = mu.runner(program).orElseThrow();
    Value input = sized(900);
    double memory =
        TRACED_EVENTS / Timing.process(WARM, () -> runner.trace(input, LARGE, new Kept()::step));
    MuMachine machine = (MuMachine) mu.load(program);
    Source source = new Source("bubble.mu", Resources.text("bubble.mu"));
    Budget budget = Budget.ofSteps(TRACED_EVENTS);
    TraceHeader header =
        new TraceHeader(
            mu.name(),
            TraceHeader.INTERPRETER,
            source.name(),
            ProgramHash.of(mu, program),
            input,
            OptionalLong.empty(),
            budget,
            Versions.current());
    Path file = folder.resolve("run.jsonl");
    double lines =
        TRACED_EVENTS
            / Timing.process(
                WARM,
                () -> {
                  try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    TraceWriter<?, MuDelta> writer =
                        new TraceWriter<>(out, header, machine, mu.deltaJson(), source);
                    writer.begin();
                    runner
                        .trace(input, budget, writer)
                        .ifPresent(it -> writer.end(it.ending(), it.output()));
                  }
                });
    double keeping = peerEvents("-");
    double writing = peerEvents(folder.resolve("run.py.jsonl").toString());
    say(
        "traced       %,12.0f events/s into memory, %.1f times sys.settrace (%,.0f)",
        memory, memory / keeping, keeping);
    say(
        "             %,12.0f events/s to JSON Lines, %.1f times sys.settrace (%,.0f)",
        lines, lines / writing, writing);
    ObjectNode traced = results.putObject("traced").put("memory", memory).put("jsonLines", lines);
    if (!Double.isNaN(keeping)) {
      traced.put("settraceMemory", keeping).put("settraceJsonLines", writing);
    }
  }

  private double peerEvents(String output) throws IOException {
    return python("traced.py", "bubble.py", "500", output)
        .map(it -> it.get("events").asDouble() / it.get("seconds").asDouble())
        .orElse(Double.NaN);
  }

  /// Parsing and checking sources of several sizes and depths.
  void parsing(List<Integer> megabytes) throws IOException {
    ParsingSpeed speed = new ParsingSpeed(mu, this::print);
    speed.sizes(megabytes, results.putArray("parsing"));
    speed.depths(results.putArray("nesting"));
  }

  /// Long traces from a small heap.
  void stream() throws IOException {
    new TraceStream(folder, this::print).measure(results);
  }

  /// From start to exit.
  void starts(Optional<Path> launcher) throws IOException {
    new StartSpeed(folder, launcher, this::print).measure(results);
  }
}
