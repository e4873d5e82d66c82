package dev.lockstep.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TuringNotationTest {
  private final TuringLanguage turing = new TuringLanguage();

  @Test
  void tokensOfSampledRunsSayTheirSteps() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TuringProgram program = turing.sample(random, 2 + (int) (seed % 8));
      Machine<TuringConfiguration, Act> machine = turing.load(program);
      TuringConfiguration start = machine.start(turing.input(program, random, 6));
      law(new TuringNotation(program, machine), machine, start, "seed " + seed);
    }
  }

  private static void law(
      TuringNotation notation,
      Machine<TuringConfiguration, Act> machine,
      TuringConfiguration start,
      String text) {
    Trace<TuringConfiguration, Act> trace =
        new Interpreter<>(machine).trace(start, Budget.ofSteps(300));
    Script<TuringConfiguration, Act> script = notation.begin(start);
    TuringConfiguration now = start;
    for (Act act : trace.deltas()) {
      Next<Act> next = new Next.Do<>(act);
      Script.Heard<Act> heard = new Script.Heard.More<>();
      for (int token : notation.spell(now, next, Note.NONE)) {
        assertThat(heard).as(text).isInstanceOf(Script.Heard.More.class);
        heard = script.accept(token);
      }
      assertThat(heard).as(text).isEqualTo(new Script.Heard.Step<>(next));
      now = machine.apply(now, act);
      assertThat(script.configuration()).as(text).isEqualTo(now);
    }
    switch (trace.ending()) {
      case Ending.Halted() ->
          assertThat(script.accept(notation.spell(now, new Next.Halt<>(), Note.NONE).getFirst()))
              .as(text)
              .isEqualTo(new Script.Heard.Step<>(new Next.Halt<>()));
      case Ending.Failed(var fault) -> {
        Next<Act> fail = new Next.Fail<>(fault);
        var heard = script.accept(notation.spell(now, fail, Note.NONE).getFirst());
        assertThat(heard).as(text).isInstanceOf(Script.Heard.Step.class);
        if (heard instanceof Script.Heard.Step<Act>(Next.Fail<Act>(var claimed))) {
          assertThat(claimed.message()).as(text).isEqualTo(fault.message());
        }
      }
      case Ending.BudgetSpent _, Ending.Garbled _ -> {}
    }
  }
}
