package dev.lockstep.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs through every command, each learned for a second or two. What so short a training
/// learns does not matter for Mu; small Turing machines are learned and certified all the same.
class WholeWayTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turing/increment.tm",
        "turing/parity.tm",
        "turing/busy-beaver-4.tm",
        "turing/palindrome.tm",
        "turing/reverse.tm",
        "turing/anbncn.tm"
      })
  void turingMachinesEndCertified(String path) throws IOException {
    Way way = start(path);
    way.checkRunAndTrace();
    way.learn("looped", "--steps", "3000");
    Ran alone = way.exec();
    assertThat(alone.code()).as(alone.err()).isZero();
    assertThat(alone.out()).isEqualTo(way.run().out());
    Ran verified = way.verify();
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out())
        .startsWith(way.model() + " (looped) on ")
        .contains("EXACT: ")
        .doesNotContain("NOT EXACT");
    Ran certified = Ran.of("certify", way.model(), way.program());
    assertThat(certified.code()).as(certified.out() + certified.err()).isZero();
    assertThat(certified.out())
        .startsWith("CERTIFIED\n")
        .contains("verdict: confirmed", "for any number of steps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mu/add.mu",
        "mu/gcd.mu",
        "mu/hanoi.mu",
        "mu/palindrome.mu",
        "mu/pascal.mu",
        "mu/reverse.mu"
      })
  void muProgramsEndWithTheReasonWhyNot(String path) throws IOException {
    Way way = start(path);
    way.checkRunAndTrace();
    way.learn("scratchpad", "--steps", "20");
    assertThat(way.exec("--max-steps", "50", "--json").json().path("outcome").asText())
        .isIn("halted", "failed", "garbled", "budget spent");
    Ran verified = way.verify();
    assertThat(verified.code()).as(verified.err()).isIn(0, 1);
    assertThat(verified.out())
        .startsWith(way.model() + " (scratchpad) on ")
        .contains(verified.code() == 0 ? "\nEXACT: " : "\nNOT EXACT: ");
    Ran refused = Ran.of("certify", way.model(), way.program());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .matches("(?s).*" + path.replaceFirst(".*/", "") + ":\\d+:\\d+: error: .*\\^.*hint: .*")
        .contains("the visible sets of this program are not finite");
  }

  private Way start(String path) throws IOException {
    Example example =
        Example.shipped().stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
    Files.write(
        folder.resolve("inputs.jsonl"),
        example.answers().stream().map(it -> it.path("input").toString()).limit(3).toList());
    return new Way(folder, example.unpack(folder).toString(), example.answers().getFirst());
  }

  /// One program on its way, on the first input whose answer is known.
  private record Way(Path folder, String program, JsonNode answer) {
    String model() {
      return folder.resolve("learned.model").toString();
    }

    private String input() {
      return answer.path("input").toString();
    }

    private Ran run() {
      return Ran.of("run", program, "--input", input());
    }

    void checkRunAndTrace() {
      Ran checked = Ran.of("check", program);
      assertThat(checked.code()).as(checked.err()).isZero();
      assertThat(checked.out()).endsWith(": no errors\n");
      assertThat(run().code()).isZero();
      assertThat(Example.json(run().out().lines().toList().getLast()))
          .isEqualTo(answer.path("output"));
      String trace = folder.resolve("trace.jsonl").toString();
      assertThat(Ran.of("trace", program, "-i", input(), "-o", trace).code()).isZero();
      Ran judged = Ran.of("verify", "--trace", trace, program);
      assertThat(judged.code()).as(judged.out() + judged.err()).isZero();
      assertThat(judged.out()).startsWith(trace + ": exact: ").contains("halted");
    }

    void learn(String kind, String... options) {
      List<String> line = List.of("learn", program, "--seed", "3", "-o", model());
      Ran learned = Ran.of(Stream.concat(line.stream(), Stream.of(options)).toList());
      assertThat(learned.code()).as(learned.err()).isZero();
      assertThat(learned.out()).startsWith(model() + ": ").contains("seed 3", "from traces alone:");
      assertThat(Ran.of("inspect", model()).out()).contains("(" + kind + ")");
    }

    Ran exec(String... options) {
      List<String> line = List.of("exec", model(), program, "--input", input());
      return Ran.of(Stream.concat(line.stream(), Stream.of(options)).toList());
    }

    Ran verify() {
      String inputs = folder.resolve("inputs.jsonl").toString();
      return Ran.of("verify", model(), program, "--inputs", inputs);
    }
  }
}
