package dev.lockstep.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.tag.TagPrinter;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagReader;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import dev.lockstep.turing.TuringMachine;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lag systems compiled from Turing machines take their steps, one a turn of the word.
class LagSystemTest {
  /// U(15,2) of Neary and Woods, as in `examples/programs/turing/universal-15-2.tm`.
  private static final String U15_2 =
      "0RB1RA_1RC1RA_0LG0LE_0LF1LE_1RA1LD_1LD1LD_0LH1LG_1LI1LG_0RA1LJ_1LK1RZ_0RL1RN_0RM1RL_0LB1RL"
          + "_0LC0RO_0RN1RN";

  private static TuringProgram machine(String text) {
    return TuringReader.read(new Source("test.tm", text));
  }

  /// Steps of the Turing machine that the lag system followed.
  private static long lockstep(TuringProgram program, Value input, long most) {
    return lockstep(program, new TuringMachine(program).start(input), most);
  }

  private static long lockstep(TuringProgram program, TuringConfiguration start, long most) {
    TuringMachine truth = new TuringMachine(program);
    LagSystem lag = new LagSystem(program);
    TagMachine machine = new TagMachine(lag.program());
    TuringConfiguration now = start;
    TagConfiguration word = TagConfiguration.of(lag.encode(now));
    for (long step = 0; step < most; step++) {
      assertThat(said(lag.decode(word.word()))).as("step %d", step).isEqualTo(said(now));
      Next<Act> next = truth.next(now);
      do {
        if (!(machine.next(word) instanceof Next.Do<Turn>(Turn turn, _))) {
          assertThat(next).isNotInstanceOf(Next.Do.class);
          assertThat(machine.next(word) instanceof Next.Halt<Turn>)
              .isEqualTo(next instanceof Next.Halt<Act>);
          return step;
        }
        word = machine.apply(word, turn);
      } while (!(lag.isWhole(word.word()) && next instanceof Next.Do<Act>));
      if (next instanceof Next.Do<Act>(Act act, _)) {
        now = truth.apply(now, act);
      }
    }
    return most;
  }

  /// State, symbol and both halves of the tape; where the head is, lag systems do not count.
  private static String said(TuringConfiguration it) {
    return it.state() + " " + it.tape().symbol() + " " + it.tape().left() + " " + it.tape().right();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void sampledMachinesAreFollowed(long seed) {
    TuringLanguage language = new TuringLanguage();
    for (int i = 0; i < 5; i++) {
      SplittableRandom random = new SplittableRandom(100 * seed + i);
      TuringProgram program = language.sample(random, 3 + i * 4);
      while (program.tapes() > 1) {
        program = language.sample(random, 3 + i * 4);
      }
      lockstep(program, language.input(program, random, 6), 200);
    }
  }

  @Test
  void theUniversalMachineIsFollowedForTenThousandSteps() {
    int[] tape = "0110111010111101100101110".codePoints().toArray();
    TuringConfiguration start = new TuringConfiguration("A", Tape.of('0', tape, -12, 0));
    assertThat(lockstep(machine(U15_2), start, 10_000)).isEqualTo(10_000);
  }

  @Test
  void theUniversalMachineHasSoManyRules() {
    TagProgram program = new LagSystem(machine(U15_2)).program();
    assertThat(program.rules()).hasSize(198);
    assertThat(program.symbols()).hasSize(37);
    assertThat(program.rules()).allMatch(rule -> rule.right().size() <= 2);
    assertThat(TagReader.read(new Source("u.tag", TagPrinter.print(program)))).isEqualTo(program);
  }

  @Test
  void busyBeaver4EndsAsItDoes() {
    TuringProgram beaver = machine("1RB1LB_1LA0LC_1RZ1LD_1RD0RA");
    assertThat(lockstep(beaver, Value.of(""), 1_000)).isEqualTo(107);
  }
}
