package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.notation.MuNotation;
import dev.lockstep.notation.Spelt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One example on its way through the commands, and what each of them said.
///
/// @param learning options of `learn`: seed, steps or budget
/// @param folder for files that nobody keeps
/// @param told hears of every station
record Journey(
    Example example, long seed, List<String> learning, Path folder, Consumer<String> told) {

  /// All stations. A network that is wrong is a figure; a command that ends out of order is an
  /// `IllegalStateException`.
  ObjectNode travel() throws IOException {
    Path program = example.unpack(folder);
    Inputs inputs = Inputs.of(Languages.of(program), example, seed);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("program", example.path()).put("sha256", example.hash().hex());
    result.put("checked", Ran.of("check", program.toString()).code() == ExitCode.DONE);
    answers(program, result.putObject("answers"));
    fragment(program).ifPresent(reason -> result.put("outsideFragment", reason));
    Path model = folder.resolve("model");
    learn(program, model, inputs, result);
    verify("fresh", program, model, inputs.fresh(), result.putObject("fresh"));
    result.withObject("/fresh").put("heldOut", inputs.heldOut());
    verify("longer", program, model, inputs.longer(), result.putObject("longer"));
    certify(program, model, result.putObject("certificate"));
    AtomicDirectory.delete(model);
    return result;
  }

  /// `run`, and `trace` with `verify --trace`, on every input whose answer is known.
  private void answers(Path program, ObjectNode node) {
    told.accept("run and trace");
    int right = 0;
    int traced = 0;
    Path trace = folder.resolve("trace.jsonl");
    for (JsonNode answer : example.answers()) {
      String input = answer.path("input").toString();
      Ran ran = Ran.of("run", program.toString(), "--json", "--input", input);
      right += agrees(ran.json(), answer) ? 1 : 0;
      Ran.of("trace", program.toString(), "--input", input, "-o", trace.toString());
      Ran judged = Ran.of("verify", "--trace", trace.toString(), program.toString());
      traced += judged.code() == ExitCode.DONE ? 1 : 0;
    }
    node.put("of", example.answers().size()).put("right", right).put("tracesExact", traced);
  }

  private static boolean agrees(JsonNode said, JsonNode answer) {
    boolean fails = answer.has("fails");
    return said.path("outcome").asText().equals(fails ? "failed" : "halted")
        && said.path("message").equals(answer.path("fails"))
        && said.path("value").equals(answer.path("output"))
        && said.withArray("/printed").equals(answer.withArray("/printed"));
  }

  /// Why no length of training makes the scratchpad exact at any length, if so.
  private Optional<String> fragment(Path program) {
    Source source = new Source(example.fileName(), example.text());
    return Spelt.of(Languages.of(program), source, Spelt.Content.TRACE).notation()
            instanceof MuNotation mu
        ? mu.outsideFragment()
            .map(it -> "line " + source.line(it.span().start()) + ": " + it.message())
        : Optional.empty();
  }

  private void learn(Path program, Path model, Inputs inputs, ObjectNode result)
      throws IOException {
    told.accept("learn from %,d inputs".formatted(inputs.taught().size()));
    Path taught = write("taught.jsonl", inputs.taught());
    List<String> line = new ArrayList<>(List.of("learn", program.toString(), "--json"));
    line.addAll(List.of("--inputs", taught.toString(), "-o", model.toString()));
    line.addAll(learning);
    double begun = cpuSeconds();
    Ran ran = Ran.of(line);
    double seconds = cpuSeconds() - begun;
    JsonNode said = ran.json();
    ObjectNode node = result.putObject("learned");
    node.put("inputs", inputs.taught().size());
    node.put("length", inputs.taught().stream().mapToInt(Length::of).max().orElse(0));
    node.put("steps", said.path("steps").asLong()).put("cpuSeconds", seconds);
    node.set("weights", said.path("weights"));
    for (String figure :
        List.of("traces", "fromTraces", "counterexamples", "afterCounterexamples")) {
      node.set(figure, said.path("figures").path(figure));
    }
    Ran shown = Ran.of("inspect", model.toString(), "--json");
    result.set("executor", shown.json().path("kind"));
  }

  private void verify(String name, Path program, Path model, List<Value> inputs, ObjectNode node)
      throws IOException {
    node.put("length", inputs.stream().mapToInt(Length::of).max().orElse(0));
    if (inputs.isEmpty()) {
      node.put("right", 0).put("of", 0).put("low", 0).put("high", 1).put("steps", 0);
      return;
    }
    told.accept("verify on %,d %s inputs".formatted(inputs.size(), name));
    String file = write(name + ".jsonl", inputs).toString();
    JsonNode said =
        Ran.of("verify", model.toString(), program.toString(), "--json", "--inputs", file).json();
    for (String field : List.of("right", "of", "low", "high", "steps")) {
      node.set(field, said.path(field));
    }
    JsonNode parted = said.path("divergences").path(0);
    if (!parted.isMissingNode()) {
      node.set("firstDivergence", parted);
    }
  }

  private void certify(Path program, Path model, ObjectNode node) {
    told.accept("certify");
    Ran ran = Ran.of("certify", model.toString(), program.toString(), "--json");
    node.put("exit", ran.code());
    if (ran.out().isBlank()) {
      node.put("refused", ran.err().lines().findFirst().orElse("").replace(folder + "/", ""));
      return;
    }
    JsonNode said = ran.json();
    for (String field : List.of("certified", "windows", "wrong", "leastMargin", "bound")) {
      node.set(field, said.path(field));
    }
    node.set("spread", said.path("spread").path("greatest"));
    node.set("checkerConfirmed", said.path("checker").path("confirmed"));
  }

  private Path write(String name, List<Value> inputs) throws IOException {
    String lines =
        inputs.stream().map(ValueJson::print).collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(folder.resolve(name), lines);
  }

  /// Of this process, all threads: what training costs, compiling and collecting included.
  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
