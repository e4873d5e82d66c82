package dev.lockstep.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.pushdown.PushdownReader;
import dev.lockstep.grammar.turing.TuringPrinter;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Turing machine passes the automaton's configurations, in order, and no others, and answers
/// as it does.
class StackTapesTest {
  private static final int SHIFTS = 60;
  private static final int STEPS = 2_000;

  /// A configuration as text: the state, what is left of the input, the stacks.
  private record Passed(String state, String input, List<String> stacks) {}

  /// A run: its configurations, and its answer once it has halted (empty while it has not).
  private record Run(List<Passed> passed, String answer) {}

  private static Run automaton(PushdownProgram program, String input) {
    PushdownMachine machine = new PushdownMachine(program);
    PushdownConfiguration now = machine.start(Value.of(input));
    List<Passed> passed = new ArrayList<>(List.of(passed(now)));
    while (passed.size() <= SHIFTS) {
      if (!(machine.next(now) instanceof Next.Do<Shift>(Shift shift, _))) {
        return new Run(passed, answer(machine.output(now).orElseThrow()));
      }
      now = machine.apply(now, shift);
      passed.add(passed(now));
    }
    return new Run(passed, "");
  }

  private static String answer(Value value) {
    return switch (value) {
      case Value.Bool(boolean accepted) -> "halted: " + (accepted ? "1" : "0");
      case Value.Text(String stack) -> "halted: " + stack;
      default -> "halted: ";
    };
  }

  private static Passed passed(PushdownConfiguration now) {
    return new Passed(
        "in-" + now.state(),
        now.input().toString(),
        now.stacks().stream().map(Object::toString).toList());
  }

  private static Run machine(TuringProgram program, String input) {
    TuringMachine machine = new TuringMachine(program);
    TuringConfiguration now = machine.start(Value.of(input));
    List<Passed> passed = new ArrayList<>(List.of(passed(program, now)));
    for (int i = 0; i < STEPS && passed.size() <= SHIFTS; i++) {
      if (!(machine.next(now) instanceof Next.Do<Act>(Act act, _))) {
        Value.Text output = (Value.Text) machine.output(now).orElseThrow();
        return new Run(passed, "halted: " + output.value());
      }
      now = machine.apply(now, act);
      if (now.state().startsWith("in-")) {
        passed.add(passed(program, now));
      }
    }
    return new Run(passed, "");
  }

  private static Passed passed(TuringProgram program, TuringConfiguration now) {
    List<String> ahead = now.tapes().stream().map(tape -> ahead(tape, program.blank())).toList();
    List<String> stacks = new ArrayList<>(List.of(ahead.getLast()));
    stacks.addAll(ahead.subList(1, ahead.size() - 1));
    return new Passed(now.state(), ahead.getFirst(), stacks);
  }

  /// What stands under the head and right of it.
  private static String ahead(Tape tape, int blank) {
    String blanks = Character.toString(blank);
    String text = Character.toString(tape.symbol()) + tape.right();
    return text.replace(blanks, "");
  }

  private static void agree(PushdownProgram program, String input) {
    assertThat(machine(StackTapes.of(program), input))
        .as("%s on `%s`", program.print(), input)
        .isEqualTo(automaton(program, input));
  }

  @Test
  void drawnAutomataAgree() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      PushdownProgram program = PushdownSampler.sample(random, 1 + seed % 2, 2 + random.nextInt(8));
      for (int i = 0; i < 4; i++) {
        Value.Text input = (Value.Text) new PushdownInputs(program, random).next(8);
        agree(program, input.value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start q\naccept q\nq: a, - -> q, A B C\nq: b, A -> q, -\nq: c, A -> q, B A",
        "start q\naccept p\nanswer stack\nq: a, - -> q, A\nq: end, A -> p, A B\n",
        "start q\naccept q\nanswer stack\nq: a, bottom -> q, 1 0\nq: b, 1 -> q, _ 1 0\n",
        "start q\naccept q\nq: a, - -> q, -\nq: b, - -> p, A\np: -, A -> q, -\n",
      })
  void cornersAgree(String text) {
    PushdownProgram program = PushdownReader.read(new Source("x.dpda", text), 1);
    for (String input : List.of("", "a", "aa", "ab", "aab", "aba", "abab", "ac", "acb", "aacbb")) {
      if (input.codePoints().allMatch(program.inputSymbols()::contains)) {
        agree(program, input);
      }
    }
  }

  @Test
  void theMachineSurvivesItsPrinting() {
    PushdownProgram program =
        PushdownReader.read(
            new Source("x.stacks", "start q\naccept q\nq: _, -, - -> q, ',' A, B\n"), 2);
    TuringProgram machine = StackTapes.of(program);
    assertThat(TuringReader.read(new Source("x.tm", TuringPrinter.print(machine))))
        .isEqualTo(machine);
  }
}
