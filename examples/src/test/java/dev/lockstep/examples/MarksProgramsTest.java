package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The programs of Wang's, Post's and the eight signs' machine on many inputs.
@Execution(ExecutionMode.CONCURRENT)
class MarksProgramsTest {
  private static String run(String file, String input) {
    Path path = Programs.ROOT.resolve(file);
    return run(Languages.of(path), Source.read(path), input);
  }

  private static <P, C, D> String run(Language<P, C, D> language, Source source, String input) {
    Value output =
        Runner.reference(language.load(language.parse(source)))
            .run(Value.of(input), Budget.DEFAULT, _ -> true)
            .orElseThrow()
            .output()
            .orElseThrow();
    return ((Value.Text) output).value();
  }

  private static String marks(int count) {
    return "1".repeat(count);
  }

  @Test
  void wordsOfMarks() {
    for (int n = 1; n < 12; n++) {
      assertThat(run("wang/successor.wang", marks(n))).isEqualTo(marks(n + 1));
      assertThat(run("wang/before.wang", marks(n))).isEqualTo(marks(n + 1));
      assertThat(run("wang/both-ends.wang", marks(n))).isEqualTo(marks(n + 2));
      assertThat(run("post/predecessor.post", marks(n))).isEqualTo(marks(n - 1));
      assertThat(run("post/double.post", marks(n))).isEqualTo(marks(2 * n));
    }
  }

  @Test
  void pairsOfWords() {
    for (int n = 1; n < 7; n++) {
      for (int m = 1; m < 7; m++) {
        String pair = marks(n) + "0" + marks(m);
        assertThat(run("wang/join.wang", pair)).isEqualTo(marks(n + m + 1));
        assertThat(run("wang/second.wang", pair)).isEqualTo(pair + "1");
        assertThat(run("wang/fill.wang", marks(n) + "0".repeat(m) + "1"))
            .isEqualTo(marks(n + m + 1));
        assertThat(run("post/add.post", pair)).isEqualTo(marks(n + m));
        if (n >= m) {
          assertThat(run("post/subtract.post", pair)).isEqualTo(marks(n - m));
        }
      }
    }
  }

  @Test
  void binaryNumbersWithTheLowestDigitFirst() {
    for (int n = 0; n < 70; n++) {
      String number = new StringBuilder(Integer.toBinaryString(n)).reverse().toString();
      String next = new StringBuilder(Integer.toBinaryString(n + 1)).reverse().toString();
      String found = run("post/increment.post", number);
      assertThat("0".repeat(next.indexOf('1')) + found).isEqualTo(next);
    }
  }

  @Test
  void texts() {
    RandomGenerator random = new SplittableRandom(2);
    for (int i = 0; i < 30; i++) {
      StringBuilder letters = new StringBuilder();
      random.ints(random.nextInt(12), 'a', 'z' + 1).forEach(letters::appendCodePoint);
      String text = letters.toString();
      assertThat(run("brainfuck/echo.bf", text)).isEqualTo(text);
      assertThat(run("brainfuck/upper.bf", text)).isEqualTo(text.toUpperCase(Locale.ROOT));
      assertThat(run("brainfuck/twice.bf", text)).isEqualTo(text.replaceAll("(.)", "$1$1"));
      assertThat(run("brainfuck/reverse.bf", text)).isEqualTo(letters.reverse().toString());
    }
  }
}
