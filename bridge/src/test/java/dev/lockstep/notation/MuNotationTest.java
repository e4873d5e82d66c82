package dev.lockstep.notation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MuNotationTest {
  private static final Budget BUDGET = new Budget(400, 100_000, 100);
  private static final Path EXAMPLES = Path.of("..", "examples", "programs", "mu");

  @Test
  void aDigitOfLongAdditionIsThirteenTokens() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    Dictation<MuConfiguration, MuDelta> run =
        dictate(add, add.start("{\"a\": [7, 5], \"b\": [8, 6]}"));
    StringBuilder turn = new StringBuilder();
    while (run.more()) {
      if (run.script().place().startsWith("turn 1,")) {
        turn.append(add.notation().vocabulary().word(run.token())).append(' ');
      }
      run.advance();
    }
    // goto the body; the digits, the carry and their sum; the sum's digit; the carry; and again.
    assertThat(turn.toString()).isEqualTo("@4 7 8 0 15 @5 15 5 @6 15 1 @3 1 ");
  }

  @Test
  void tokensOfSampledRunsSayTheirSteps() {
    int spelt = 0;
    for (long seed = 0; spelt < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = MuPrinter.print(new MuLanguage().sample(random, 1 + (int) (seed % 20)));
      Source source = new Source("seed" + seed + ".mu", text);
      if (MuPrograms.beyondTokens(source)) {
        continue;
      }
      spelt++;
      MuPrograms it = MuPrograms.of(source);
      for (int size = 0; size < 4; size++) {
        law(it, it.machine().start(it.input(seed, size)), "seed " + seed + "\n" + text);
      }
    }
  }

  @Test
  void tokensOfExampleRunsSayTheirSteps() throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      programs =
          files
              .filter(file -> file.toString().endsWith(".mu"))
              .sorted()
              .collect(toCollection(ArrayList::new));
    }
    programs.removeIf(program -> MuPrograms.beyondTokens(Source.read(program)));
    assertThat(programs).hasSizeGreaterThan(10);
    for (Path program : programs) {
      MuPrograms it = MuPrograms.of(Source.read(program));
      String expected = program.toString().replace(".mu", ".expected.jsonl");
      for (String line : Files.readAllLines(Path.of(expected))) {
        JsonNode input = JsonTrees.MAPPER.readTree(line).get("input");
        law(it, it.machine().start(ValueJson.of(input)), program.toString());
      }
    }
  }

  /// Fed with the tokens of every step, a script claims every step and configuration.
  private static void law(MuPrograms it, MuConfiguration start, String text) {
    Trace<MuConfiguration, MuDelta> trace = new Interpreter<>(it.machine()).trace(start, BUDGET);
    Script<MuConfiguration, MuDelta> script = it.notation().begin(start);
    MuConfiguration now = start;
    for (int i = 0; i < trace.steps(); i++) {
      Next<MuDelta> next = new Next.Do<>(trace.deltas().get(i));
      List<Integer> tokens = it.notation().spell(now, next, trace.notes().get(i));
      for (int token : tokens.subList(0, tokens.size() - 1)) {
        assertThat(script.accept(token)).as(text).isInstanceOf(Script.Heard.More.class);
      }
      assertThat(script.accept(tokens.getLast())).as(text).isEqualTo(new Script.Heard.Step<>(next));
      now = it.machine().apply(now, trace.deltas().get(i));
      assertThat(script.configuration()).as(text).isEqualTo(now);
    }
    if (trace.ending() instanceof Ending.Failed(var fault)) {
      Next<MuDelta> fail = new Next.Fail<>(fault);
      int token = it.notation().spell(now, fail, Note.NONE).getFirst();
      assertThat(script.accept(token))
          .as(text)
          .isEqualTo(new Script.Heard.Step<>(it.notation().project(now, fail)));
    }
  }

  @Test
  void whatIsInSightDoesNotDependOnWhatIsLongPast() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    List<int[]> one = sights(add, "{\"a\": [1, 7, 3, 4, 9], \"b\": [1, 0, 3, 8, 2]}");
    List<int[]> other = sights(add, "{\"a\": [5, 1, 3, 4, 9], \"b\": [2, 6, 3, 8, 2]}");
    assertThat(one).hasSameSizeAs(other);
    // The first two digits differ, and no carry comes out of them: from the fourth turn on, where
    // the second digit is two places away, nothing in sight differs.
    int fourthTurn = 6 + 3 * 13;
    for (int i = fourthTurn; i < one.size(); i++) {
      assertThat(one.get(i)).as("token %d", i).isEqualTo(other.get(i));
    }
    assertThat(one.get(5)).isNotEqualTo(other.get(5));
  }

  @Test
  void theHostKnowsNothingOfOperatorsAndConstants() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    MuPrograms other =
        MuPrograms.of(
            MuPrograms.ADD
                .replace("a[i] + b[i] + carry", "a[i] * b[i] - carry")
                .replace("total % 10", "total / 77")
                .replace("total / 10", "total % 5")
                .replace("carry > 0", "carry < 9"));
    MuConfiguration start = add.start("{\"a\": [7, 5, 9], \"b\": [8, 6, 1]}");
    Dictation<MuConfiguration, MuDelta> run = dictate(add, start);
    Script<MuConfiguration, MuDelta> stranger = other.notation().begin(start);
    Sight mine = new Sight(add.notation().shape());
    Sight theirs = new Sight(other.notation().shape());
    while (run.more()) {
      run.script().look(mine);
      stranger.look(theirs);
      assertThat(theirs.flat()).isEqualTo(mine.flat());
      stranger.accept(run.token());
      run.advance();
      assertThat(stranger.configuration()).isEqualTo(run.script().configuration());
    }
  }

  @Test
  void longAdditionSeesNothingOfItsLength() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    List<int[]> small = sights(add, digits(5));
    List<int[]> large = sights(add, digits(500));
    assertThat(large.get(60 + 480 * 13)).isEqualTo(large.get(60));
    assertThat(large.get(34)).isEqualTo(small.get(34));
    assertThat(add.notation().outsideFragment()).isEmpty();
  }

  private static String digits(int count) {
    String list = "[" + "4, ".repeat(count - 1) + "4]";
    return "{\"a\": " + list + ", \"b\": " + list + "}";
  }

  @Test
  void programsOutsideTheFragmentAreTold() {
    assertThat(reason("fn main(xs: [int]) -> int {\n let n = len(xs)\n return n\n}"))
        .contains("the length of `xs` is a number");
    assertThat(reason("fn main(xs: [int], ys: [int]) -> bool {\n return xs == ys\n}"))
        .contains("whole lists are compared");
    assertThat(reason("fn main(xs: [[int]]) -> int {\n return xs[0][1]\n}"))
        .contains("lists in a list");
    assertThat(reason("fn main(xs: [int]) -> int {\n return xs[0]\n}")).isEmpty();
    assertThat(reason("fn main(xs: [int]) -> bool {\n return len(xs) > 2\n}")).isEmpty();
  }

  private static String reason(String text) {
    return MuPrograms.of(text).notation().outsideFragment().map(Diagnostic::message).orElse("");
  }

  private static List<int[]> sights(MuPrograms it, String input) {
    Dictation<MuConfiguration, MuDelta> run = dictate(it, it.start(input));
    Sight sight = new Sight(it.notation().shape());
    List<int[]> sights = new ArrayList<>();
    while (run.more()) {
      run.script().look(sight);
      sights.add(sight.flat());
      run.advance();
    }
    return sights;
  }

  private static Dictation<MuConfiguration, MuDelta> dictate(MuPrograms it, MuConfiguration start) {
    return new Dictation<>(it.machine(), it.notation(), start, Budget.DEFAULT);
  }
}
