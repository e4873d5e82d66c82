package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The Markov algorithms against the JDK, the tag systems against the words that they are said to
/// make and against a queue.
@Execution(ExecutionMode.CONCURRENT)
class RewritingProgramsTest {
  private static final Budget BUDGET = Budget.ofSteps(20_000);

  private final RandomGenerator random = new SplittableRandom(17);

  /// The output, if the run halts within the budget.
  private static Optional<String> run(String file, String input) {
    return run(file, input, BUDGET);
  }

  private static Optional<String> run(String file, String input, Budget budget) {
    Path path = Programs.ROOT.resolve(file);
    return run(Languages.of(path), Source.read(path), input, budget);
  }

  private static <P, C, D> Optional<String> run(
      Language<P, C, D> language, Source source, String input, Budget budget) {
    Runner.Finish finish =
        Runner.reference(language.load(language.parse(source)))
            .run(Value.of(input), budget, _ -> true)
            .orElseThrow();
    return finish.ending() instanceof Ending.Halted
        ? finish.output().map(it -> ((Value.Text) it).value())
        : Optional.empty();
  }

  private String word(String symbols, int most) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      word.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return word.toString();
  }

  @Test
  void strokesAreAddedAndMultiplied() {
    for (int n = 0; n < 9; n++) {
      for (int m = 0; m < 9; m++) {
        assertThat(run("markov/add-unary.markov", "1".repeat(n) + "+" + "1".repeat(m)))
            .contains("1".repeat(n + m));
        if (n > 0 && m > 0) {
          assertThat(run("markov/multiply-unary.markov", "|".repeat(n) + "*" + "|".repeat(m)))
              .contains("|".repeat(n * m));
        }
      }
    }
  }

  @Test
  void numbersBecomeStrokes() {
    for (int n = 0; n < 70; n++) {
      assertThat(run("markov/binary-to-unary.markov", BigInteger.valueOf(n).toString(2)))
          .contains("|".repeat(n));
    }
  }

  @Test
  void wordsAreReversedSortedAndPaired() {
    for (int i = 0; i < 200; i++) {
      String bits = word("01", 12);
      assertThat(run("markov/reverse.markov", bits))
          .contains(new StringBuilder(bits).reverse().toString());
      String letters = word("abc", 14);
      char[] sorted = letters.toCharArray();
      Arrays.sort(sorted);
      assertThat(run("markov/sort.markov", letters)).contains(new String(sorted));
      String brackets = i % 2 == 0 ? word("()", 10) : "(" + word("()", 4) + "())";
      assertThat(run("markov/brackets.markov", brackets))
          .as(brackets)
          .contains(balanced(brackets) ? "yes" : "no");
    }
  }

  private static boolean balanced(String brackets) {
    int open = 0;
    for (int i = 0; i < brackets.length(); i++) {
      open += brackets.charAt(i) == '(' ? 1 : -1;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  @Test
  void lettersAreDoubledHalvedAndCountedDown() {
    for (int n = 1; n < 30; n++) {
      assertThat(run("tag/double.tag", "a".repeat(n))).contains(spaced("b".repeat(2 * n)));
      if (n > 1) {
        assertThat(run("tag/halve.tag", "a".repeat(n))).contains(spaced("h".repeat(n / 2)));
      }
      assertThat(run("tag/collatz.tag", "a".repeat(n), Budget.DEFAULT))
          .as("%d letters", n)
          .contains("a");
    }
  }

  @Test
  void neighboursAreAdded() {
    for (int i = 0; i < 200; i++) {
      String bits = (random.nextBoolean() ? "0" : "1") + word("01", 12);
      StringBuilder sums = new StringBuilder("e");
      for (int at = 1; at < bits.length(); at++) {
        sums.append(bits.charAt(at - 1) == bits.charAt(at) ? '0' : '1');
      }
      assertThat(run("tag/difference.tag", bits + "e")).contains(spaced(sums.toString()));
    }
  }

  @Test
  void postsSystemAndTheBiTagSystemRunAsOnAQueue() {
    int halted = 0;
    for (int i = 0; i < 200; i++) {
      String bits = (random.nextBoolean() ? "0" : "1") + word("01", 9);
      Optional<String> expected = queue(bits, Map.of("0", "00", "1", "1101"), 3, 3);
      assertThat(run("tag/post.tag", bits)).as(bits).isEqualTo(expected);
      halted += expected.isPresent() ? 1 : 0;

      String word = word("ab", 4) + (random.nextBoolean() ? "e" : "f") + word("ab", 3) + "ab";
      Map<String, String> rules =
          Map.of("a", "a", "b", "b", "ea", "bbf", "eb", "aaf", "fa", "ae", "fb", "bh");
      assertThat(run("tag/bi-tag.tag", spaced(word))).as(word).isEqualTo(queue(word, rules, 0, 1));
    }
    assertThat(halted).isBetween(20, 199);
  }

  /// Takes the rule of the word's front, one symbol or two, until there is none: `deleted` symbols
  /// go, or the rule's own for 0; a word shorter than `shortest` has no rule.
  private static Optional<String> queue(
      String start, Map<String, String> rules, int deleted, int shortest) {
    List<String> word = new ArrayList<>(List.of(start.split("")));
    for (long step = 0; step < BUDGET.steps(); step++) {
      String one = word.isEmpty() ? "" : word.getFirst();
      String two = word.size() < 2 ? "" : one + word.get(1);
      String left = rules.containsKey(one) ? one : two;
      if (word.size() < shortest || !rules.containsKey(left)) {
        return Optional.of(String.join(" ", word));
      }
      word.subList(0, deleted == 0 ? left.length() : deleted).clear();
      word.addAll(List.of(rules.get(left).split("")));
    }
    return Optional.empty();
  }

  private static String spaced(String symbols) {
    return String.join(" ", symbols.split(""));
  }
}
