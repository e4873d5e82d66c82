package dev.lockstep.mu.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramGeneratorTest {
  private final MuLanguage mu = new MuLanguage();

  private static List<ProgramGenerator.Generated> generate(long seed, Knobs knobs, int count) {
    ProgramGenerator generator = new ProgramGenerator(seed, knobs);
    return Stream.generate(generator::next).limit(count).toList();
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void programsCheckHaltAndComeAgain(Family family) {
    List<ProgramGenerator.Generated> programs = generate(7, Knobs.of(family), 25);
    assertThat(generate(7, Knobs.of(family), 25)).isEqualTo(programs);
    Set<String> texts = new HashSet<>();
    for (ProgramGenerator.Generated it : programs) {
      assertThat(texts.add(it.text())).isTrue();
      assertThat(ProgramGenerator.draft(it.seed(), it.knobs())).isEqualTo(it.text());
      MuProgram program = mu.parse(new Source("generated.mu", it.text()));
      Runner.Finish finish =
          Runner.reference(mu.load(program))
              .run(it.input(), Budget.DEFAULT, _ -> true)
              .orElseThrow();
      assertThat(finish.ending()).as(it.text()).isEqualTo(new Ending.Halted());
      assertThat(finish.steps()).isEqualTo(it.steps());
    }
  }

  static Stream<Arguments> buckets() {
    return Stream.of(Family.values())
        .flatMap(
            family ->
                Stream.of(13, 80, 164, 246, 1_000)
                    .filter(length -> length > 13 || family == Family.STRAIGHT_LINE)
                    .map(length -> Arguments.of(family, length)));
  }

  @ParameterizedTest
  @MethodSource("buckets")
  void runsHaveTheLengthAskedFor(Family family, int length) {
    for (ProgramGenerator.Generated it : generate(1, Knobs.of(family).withTraceLength(length), 3)) {
      assertThat(it.steps())
          .isBetween((long) (length - length / 8 - 2), (long) length + length / 8 + 2);
    }
  }

  @Test
  void theFamiliesAreWhatTheyAreCalled() {
    assertThat(generate(3, Knobs.of(Family.STRAIGHT_LINE), 10))
        .allSatisfy(it -> assertThat(it.text()).doesNotContain("for ", "while ", "if "));
    assertThat(generate(3, Knobs.of(Family.LISTS), 30))
        .anySatisfy(it -> assertThat(it.text()).contains("push(", "pop(", "for "));
    assertThat(generate(3, Knobs.of(Family.BRANCHES), 30))
        .anySatisfy(it -> assertThat(it.text()).contains("while ", "if ", "} else {"));
    assertThat(generate(3, Knobs.of(Family.RECURSION), 10))
        .allSatisfy(it -> assertThat(it.text()).containsPattern("f\\d\\(k - 1"));
    assertThat(generate(3, Knobs.of(Family.TEXTS), 20))
        .anySatisfy(it -> assertThat(it.text()).contains("in chars(", "match "))
        .allSatisfy(it -> assertThat(it.text()).contains("s: str").doesNotContain("Point", "{str"));
    assertThat(generate(3, Knobs.of(Family.RECORDS), 20))
        .anySatisfy(it -> assertThat(it.text()).contains("some(", "match ", ".y %= "));
    assertThat(generate(3, Knobs.of(Family.TABLES), 20))
        .anySatisfy(it -> assertThat(it.text()).contains("remove(", "items(", "{int}"));
    assertThat(generate(3, Knobs.of(Family.WHOLE), 20))
        .anySatisfy(it -> assertThat(it.text()).contains("invariant", "ensures", "assert "));
  }

  @Test
  void faultsComeOnlyWhereTheyAreAskedFor() {
    List<ProgramGenerator.Generated> programs =
        generate(5, Knobs.of(Family.MIXED).withFaults(60), 40);
    Set<Class<?>> endings = new HashSet<>();
    for (ProgramGenerator.Generated it : programs) {
      endings.add(
          mu.runner(it.program())
              .orElseThrow()
              .run(it.input(), Budget.DEFAULT, _ -> true)
              .orElseThrow()
              .ending()
              .getClass());
    }
    assertThat(endings).contains(Ending.Failed.class, Ending.Halted.class);
  }

  @Test
  void aGeneratorThatFindsNothingNewSaysSo() {
    Knobs tooShort = Knobs.of(Family.LISTS).withTraceLength(1);
    ProgramGenerator generator = new ProgramGenerator(1, tooShort);
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no new program in");
  }

  @Test
  void shrinkingKeepsThePropertyAndLittleElse() {
    String text = generate(9, Knobs.of(Family.MIXED), 1).getFirst().text();
    String small =
        Shrinker.shrink(
            text
                + "fn g(z: int) -> int {\n  if z > 3 {\n    print 123456 / z\n  }\n  return z\n}\n",
            it -> parses(it) && it.contains("/ z"),
            10_000);
    assertThat(small.lines().count()).isLessThanOrEqualTo(8);
    assertThat(parses(small)).isTrue();
  }

  private boolean parses(String text) {
    try {
      mu.parse(new Source("small.mu", text));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void inputsShrinkToWhatMatters() {
    ProgramGenerator generator = new ProgramGenerator(1, Knobs.of(Family.LISTS));
    var input = ValueJson.parse("{\"a\": 77, \"b\": -5, \"xs\": [4, 9, 12, 3]}");
    List<Object> seen = new ArrayList<>();
    var small =
        InputShrinker.shrink(input, it -> seen.add(it) && ValueJson.print(it).contains("12"));
    assertThat(ValueJson.print(small)).isEqualTo("{\"a\":0,\"b\":0,\"xs\":[12]}");
    assertThat(generator.drafts()).isZero();
  }
}
