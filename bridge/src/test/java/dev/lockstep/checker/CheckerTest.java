package dev.lockstep.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.execute.Toy;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.learn.ToyModel;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.verify.CheckerProcess;
import dev.lockstep.verify.Judged;
import dev.lockstep.verify.RuleTableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {
  private static final Toy TOY = Toy.INCREMENT;

  @TempDir static Path folder;
  private static Path model;
  private static Path rules;
  private static ToyModel.Learned learned;

  @BeforeAll
  static void learn() {
    learned = ToyModel.learned(TOY);
    model = folder.resolve("model");
    rules = folder.resolve("rules.tsv");
    ModelDirectory.write(model, learned.card(), learned.weights(), "");
    RuleTableFile.write(rules, TOY, ToyModel.hash(TOY));
  }

  @Test
  void confirmsWhatTheEngineFound() {
    float[] least = {Float.POSITIVE_INFINITY};
    WindowNetwork network = ToyModel.network(TOY, learned.weights());
    Judged.all(TOY, network, judged -> least[0] = Math.min(least[0], judged.margin()));
    network.model().close();

    Outcome outcome = check(model.toString(), rules.toString());

    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out)
        .startsWith("verdict: confirmed\nwindows: 270\n")
        .contains("weights: " + learned.weights().sha256());
    Matcher margin = Pattern.compile("least margin: ([0-9.]+) on").matcher(outcome.out);
    assertThat(margin.find()).isTrue();
    assertThat(Double.parseDouble(margin.group(1))).isCloseTo(least[0], within(1e-3));
  }

  @Test
  void runsAsAProcessOfItsOwn() {
    CheckerProcess outcome = CheckerProcess.run(model, rules, 0.5);

    assertThat(outcome.confirmed()).as(outcome.text()).isTrue();
    assertThat(outcome.text()).startsWith("verdict: confirmed\n");
  }

  @Test
  void refutesATableWithAnotherRule() throws IOException {
    Path other = folder.resolve("other.tsv");
    RuleTableFile.write(other, TOY.with("b0", "0LH"), ToyModel.hash(TOY));

    Outcome outcome = check(model.toString(), other.toString());

    assertThat(outcome.code).isEqualTo(1);
    assertThat(outcome.out).startsWith("verdict: refuted\n").contains("on 0 [b:0] 1");
  }

  @Test
  void refusesTheRulesOfAnotherProgramUnlessMeant() {
    Toy corrupted = TOY.with("b0", "0LH");
    Path other = folder.resolve("another.tsv");
    RuleTableFile.write(other, corrupted, ToyModel.hash(corrupted));

    assertMisuse("the rules of another program", model.toString(), other.toString());
    assertThat(check(model.toString(), other.toString(), "0.5", "--any-program").out)
        .startsWith("verdict: refuted\n");
  }

  @Test
  void refusesWeightsThatTheModelDoesNotName() throws IOException {
    Path swapped = folder.resolve("swapped");
    ModelDirectory.write(swapped, learned.card(), learned.weights(), "");
    Path weights = swapped.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);

    assertMisuse("model.json names other weights", swapped.toString(), rules.toString());
  }

  @Test
  void refusesATensorWithoutAPlace() throws IOException {
    Path deeper = folder.resolve("deeper");
    ModelDirectory.write(deeper, learned.card(), learned.weights(), "");
    Path card = deeper.resolve("model.json");
    Files.writeString(card, Files.readString(card).replace("\"layers\" : 1", "\"layers\" : 0"));

    assertMisuse("has no place for: `layer.0.", deeper.toString(), rules.toString());
  }

  @Test
  void refutesATableWithAWindowLess() throws IOException {
    List<String> lines = Files.readAllLines(rules);
    Path fewer = folder.resolve("fewer.tsv");
    Files.write(fewer, lines.subList(0, lines.size() - 1));

    Outcome outcome = check(model.toString(), fewer.toString());

    assertThat(outcome.code).isEqualTo(1);
    assertThat(outcome.out).contains("objection: the table has 269 windows, there are 270");
  }

  @Test
  void refutesARuleThatDoesNotKeepItsCondition() throws IOException {
    String text = Files.readString(rules);
    Path writing = folder.resolve("writing.tsv");
    Files.writeString(writing, text.replace("\n0\t0\t0\t0\n", "\n0\t0\t0\t1\n"));
    Path sparking = folder.resolve("sparking.tsv");
    Files.writeString(sparking, text.replace("\n1\t1\t1\t1\n", "\n1\t1\t1\t5\n"));
    Path doubling = folder.resolve("doubling.tsv");
    Files.writeString(
        doubling,
        text.replaceAll("(?m)^(5\t0\t1\t)3$", "$15").replaceAll("(?m)^(0\t5\t0\t)2$", "$15"));

    assertThat(check(model.toString(), writing.toString()).out)
        .contains("objection: blank cells do not stay blank");
    assertThat(check(model.toString(), sparking.toString()).out)
        .contains("objection: a mark appears from nothing: 0 [0] 0");
    assertThat(check(model.toString(), doubling.toString()).out)
        .contains("objection: one mark becomes two: ");
  }

  @Test
  void refutesAMarginBelowTheBound() {
    Outcome outcome = check(model.toString(), rules.toString(), "1000");

    assertThat(outcome.code).isEqualTo(1);
    assertThat(check(model.toString(), rules.toString(), "0.1").out)
        .contains("the bound 0.1 is below 0.5");
  }

  @Test
  void whatItCannotUseIsMisuse() throws IOException {
    Path broken = folder.resolve("broken.tsv");
    Files.writeString(broken, Files.readString(rules).replace("\n0\t0\t1\t0\n", "\n0\t0\tx\t0\n"));

    assertMisuse("usage: Checker MODEL RULES [BOUND [--any-program]]");
    assertMisuse("error: the bound is not a number: `x`", model.toString(), rules.toString(), "x");
    assertMisuse("error: " + folder.resolve("model.json"), folder.toString(), rules.toString());
    assertMisuse("line 3: not the number of a content: `x`", model.toString(), broken.toString());
    assertMisuse("line 1: not the header", model.toString(), model + "/SHA256SUMS");
  }

  @Test
  void standsOnItsOwn() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/lockstep/checker"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith("import ")))
            .as("%s", file)
            .allMatch(line -> line.matches("import (java|com\\.fasterxml\\.jackson)\\..*"));
      }
    }
  }

  private static void assertMisuse(String message, String... arguments) {
    Outcome outcome = check(arguments);
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err).contains(message);
  }

  private static Outcome check(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Checker.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Outcome(int code, String out, String err) {}
}
