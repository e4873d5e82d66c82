package dev.lockstep.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.register.RegisterLanguage;
import dev.lockstep.subleq.SubleqLanguage;
import dev.lockstep.words.WordLanguage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Compiled programs against the interpreter of Mu.
class CompiledMuTest {
  private static final MuLanguage MU = new MuLanguage();
  private static final Budget BUDGET = new Budget(30_000_000, 1_000_000, 10_000);

  /// What a run wrote, and the fault it ended in, if any, in the words of the register machine.
  private record Outcome(List<Value> written, Optional<String> fault) {}

  private static Source source(String text) {
    return new Source("test.mu", text);
  }

  private static AssemblyProgram register(String text, int width) {
    return MuToRegister.compile(MU.parse(source(text)), source(text), new Word(width));
  }

  private static AssemblyProgram subleq(String text, int width) {
    return RegisterToSubleq.compile(register(text, width));
  }

  private static Outcome interpreted(String text, SequencedMap<String, Value> input) {
    MuProgram program = MU.parse(source(text));
    Machine<MuConfiguration, MuDelta> machine = MU.load(program);
    Trace<MuConfiguration, MuDelta> trace =
        new Interpreter<>(machine)
            .trace(machine.start(new Value.Fields(input)), Budget.ofSteps(200_000));
    List<Value> written = new ArrayList<>();
    trace.deltas().forEach(it -> machine.printed(it).forEach(line -> written.add(word(line))));
    machine.output(trace.last()).ifPresent(written::add);
    return new Outcome(written, fault(trace.ending()));
  }

  private static Value word(String line) {
    return switch (line) {
      case "true" -> Value.of(1);
      case "false" -> Value.of(0);
      default -> new Value.Int(new BigInteger(line));
    };
  }

  private static Optional<String> fault(Ending ending) {
    return switch (ending) {
      case Ending.Halted() -> Optional.empty();
      case Ending.Failed(var fault) when fault.message().startsWith("jump to ") ->
          Optional.of(fault.message().replaceAll(".* ", ""));
      case Ending.Failed(var fault) when fault.message().equals("division by zero") ->
          Optional.of("" + RegisterToSubleq.DIVISION_BY_ZERO);
      case Ending.Failed(var fault) when fault.message().contains("requires") ->
          Optional.of("" + MuToRegister.FAILED_REQUIRES);
      case Ending.Failed(var fault) when fault.message().contains("assert") ->
          Optional.of("" + MuToRegister.FAILED_ASSERT);
      default -> Optional.of(ending.describe());
    };
  }

  private static Outcome compiled(
      WordLanguage language, AssemblyProgram program, SequencedMap<String, Value> input) {
    List<Value> words =
        input.values().stream()
            .map(it -> it instanceof Value.Bool(boolean truth) ? Value.of(truth ? 1 : 0) : it)
            .toList();
    AssemblyProgram read =
        language.parse(new Source("test." + language.suffix(), language.print(program)));
    List<Value> written = new ArrayList<>();
    Runner.Finish finish =
        language
            .runner(read)
            .orElseThrow()
            .run(new Value.Items(words), BUDGET, _ -> true)
            .orElseThrow();
    finish.output().ifPresent(it -> written.addAll(((Value.Items) it).values()));
    return new Outcome(written, fault(finish.ending()));
  }

  private static void agree(String text, int width, SequencedMap<String, Value> input) {
    Outcome expected = interpreted(text, input);
    check(expected, compiled(new RegisterLanguage(), register(text, width), input), text, input);
    check(expected, compiled(new SubleqLanguage(), subleq(text, width), input), text, input);
  }

  /// Of a run that fails, what it wrote before is not an output.
  private static void check(Outcome expected, Outcome found, String text, Object input) {
    assertThat(found.fault()).as("%s on\n%s", input, text).isEqualTo(expected.fault());
    if (expected.fault().isEmpty()) {
      assertThat(found.written()).as("%s on\n%s", input, text).isEqualTo(expected.written());
    }
  }

  private static SequencedMap<String, Value> input(Object... namesAndValues) {
    SequencedMap<String, Value> input = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      input.put(
          (String) namesAndValues[i],
          namesAndValues[i + 1] instanceof Boolean truth
              ? new Value.Bool(truth)
              : Value.of((int) namesAndValues[i + 1]));
    }
    return input;
  }

  @Test
  void generatedProgramsAgree() {
    int halted = 0;
    for (long seed = 0; seed < 90; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int width = new int[] {16, 32, 64}[(int) (seed % 3)];
      int modulus = width == 16 ? 11 : 97;
      String text = SubsetSampler.sample(random, modulus, width == 64 ? 3 : 2, 14);
      SequencedMap<String, Value> input =
          input(
              "n",
              random.nextInt(modulus),
              "m",
              random.nextInt(-modulus, modulus),
              "b",
              random.nextBoolean());
      agree(text, width, input);
      halted += interpreted(text, input).fault().isEmpty() ? 1 : 0;
    }
    assertThat(halted).isBetween(30, 85);
  }

  @Test
  void divisionIsFlooredForAllSignsAndCorners() {
    String text =
        "fn main(a: int, b: int) -> int {\n  print a / b\n  print a < b\n  return a % b\n}\n";
    int[] corners = {-128, -127, -7, -3, -1, 0, 1, 2, 3, 7, 126, 127};
    for (int a : corners) {
      for (int b : corners) {
        if (b != -1 || a != -128) { // the quotient is no word of 8 bits
          // SUBLEQ programs need more than 127 words: 12 bits there
          check(
              interpreted(text, input("a", a, "b", b)),
              compiled(new RegisterLanguage(), register(text, 8), input("a", a, "b", b)),
              text,
              a + " " + b);
          agree(text, 12, input("a", a * 16, "b", b * 16));
        }
      }
    }
  }

  @Test
  void overflowWrapsAround() {
    String text =
        """
        fn main(a: int, b: int) -> int {
          print a + b
          print a - b
          print -a
          return a * b
        }
        """;
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 40; i++) {
      int a = i == 0 ? Integer.MIN_VALUE : random.nextInt();
      int b = i == 1 ? Integer.MIN_VALUE : random.nextInt();
      int product = a * b; // of 32 bits, as the words are
      Outcome expected =
          new Outcome(
              List.of(Value.of(a + b), Value.of(a - b), Value.of(-a), Value.of(product)),
              Optional.empty());
      SequencedMap<String, Value> input = input("a", a, "b", b);
      assertThat(compiled(new RegisterLanguage(), register(text, 32), input)).isEqualTo(expected);
      assertThat(compiled(new SubleqLanguage(), subleq(text, 32), input)).isEqualTo(expected);
    }
  }

  @Test
  void theStackEndsInAFault() {
    String text = "fn f(n: int) -> int { return f(n + 1) + 1 }\nfn main() -> int { return f(0) }\n";
    for (WordLanguage language : List.of(new RegisterLanguage(), new SubleqLanguage())) {
      AssemblyProgram program =
          language instanceof SubleqLanguage ? subleq(text, 16) : register(text, 16);
      assertThat(compiled(language, program, input()).fault().orElseThrow())
          .startsWith("failed: no cell has the address -");
    }
  }

  @Test
  void whatIsOutsideTheSubsetIsRefusedWithItsPlace() {
    String text =
        """
        fn sum(xs: [int]) -> int {
          var total = 0
          for x in xs {
            total = total + x
          }
          return total
        }

        fn main(n: int) -> int {
          var ys: [int] = [1, n]
          ys[0] = 70000
          push(ys, len(ys))
          return sum(ys) + ys[1] - 32768 + -32768
        }
        """;
    assertThatThrownBy(() -> register(text, 16))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContainingAll(
            "test.mu:1:8: error: the list type `[int]` cannot be compiled",
            "test.mu:3:7: error: a loop over a list cannot be compiled",
            "test.mu:10:7: error: the list type `[int]` cannot be compiled",
            "test.mu:10:19: error: a list cannot be compiled",
            "test.mu:11:3: error: an element of a list cannot be compiled",
            "test.mu:12:3: error: `push` works on lists and cannot be compiled",
            "test.mu:13:20: error: an element of a list cannot be compiled",
            "test.mu:13:28: error: `32768` does not fit into 16 bits",
            "hint: Keep to `int` and `bool`")
        .extracting(it -> ((SourceErrors) it).diagnostics().size())
        .isEqualTo(8);
  }
}
