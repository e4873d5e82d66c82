package dev.lockstep.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagReader;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.HalfTape;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// U(15,2) runs bi-tag systems: every word of the system comes up on its tape, in order, and it
/// halts when the system does.
class UniversalTapeTest {
  private static final TuringProgram U15_2 =
      TuringReader.read(
          new Source(
              "u.tm",
              "0RB1RA_1RC1RA_0LG0LE_0LF1LE_1RA1LD_1LD1LD_0LH1LG_1LI1LG_0RA1LJ_1LK1RZ_0RL1RN_0RM1RL"
                  + "_0LB1RL_0LC0RO_0RN1RN"));

  private static final String ONE_LETTER = "normal;halt h;a -> a;e a -> a a f;f a -> a h";
  private static final String TWO_LETTERS =
      "normal;halt h;a -> a;b -> b;e a -> b b f;e b -> a a f;f a -> a e;f b -> b h";

  private static TagProgram system(String lines) {
    return TagReader.read(new Source("s.tag", lines.replace(';', '\n')));
  }

  @ParameterizedTest
  @CsvSource({
    ONE_LETTER + ",e a a,9",
    ONE_LETTER + ",a e a a,12",
    TWO_LETTERS + ",e a b a,11",
    TWO_LETTERS + ",b f b a,6",
    TWO_LETTERS + ",e b a a b,27"
  })
  void reproducesEveryWordInOrder(String lines, String start, int words) {
    TagProgram system = system(lines);
    UniversalTape tape = new UniversalTape(system);
    List<HalfTape> expected = new ArrayList<>();
    TagMachine machine = new TagMachine(system);
    new Interpreter<>(machine)
        .trace(machine.start(Value.of(start)), Budget.DEFAULT)
        .configurations(machine)
        .forEach(it -> expected.add(cells(tape.encode(it.word()))));
    assertThat(expected).hasSize(words);
    Watcher watcher = new Watcher(expected);
    new Interpreter<>(new TuringMachine(U15_2))
        .run(begin(tape, start), Budget.ofSteps(2_000_000), watcher);
    assertThat(watcher.met).isEqualTo(words);
    assertThat(watcher.ending).isEqualTo(new Ending.Halted());
  }

  private static TuringConfiguration begin(UniversalTape tape, String word) {
    UniversalTape.Start start = tape.start(List.of(word.split(" ", -1)));
    int[] symbols = start.tape().codePoints().toArray();
    return new TuringConfiguration("A", Tape.of('0', symbols, 0, start.head()));
  }

  /// An encoded word right of a head.
  private static HalfTape cells(String encoded) {
    int[] symbols = ("0" + encoded).codePoints().toArray();
    return Tape.of('0', symbols, 0, 0).right();
  }

  /// Counts how many of the words have come up, each after the one before.
  private static final class Watcher implements RunSink<TuringConfiguration, Act> {
    private final List<HalfTape> expected;
    private int met = 1; // the start's
    private Ending ending = new Ending.Garbled("not run");

    Watcher(List<HalfTape> expected) {
      this.expected = expected;
    }

    @Override
    public boolean step(Act act, Note note, TuringConfiguration after) {
      if (after.state().equals("A")
          && met < expected.size()
          && after.tape().right().equals(expected.get(met))) {
        met++;
      }
      return true;
    }

    @Override
    public void end(Ending how, TuringConfiguration last) {
      ending = how;
    }
  }

  @Test
  void theStartIsTheFirstWord() {
    UniversalTape tape = new UniversalTape(system(ONE_LETTER));
    TuringConfiguration start = begin(tape, "e a a");
    assertThat(start.tape().right()).isEqualTo(cells("01".repeat(8) + "01010111".repeat(2)));
    assertThat(start.tape().symbol()).isEqualTo('0');
    assertThat(start.tape().left().nearest('0')).isEqualTo('1');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a -> a;halt h | not a normal system: add a line `normal`",
        "normal;a -> a;e a -> a e | a bi-tag system has one halting symbol",
        "normal;halt h;a -> a a;e a -> a h | `a -> a a` does not move its letter",
        "normal;halt h;a -> a;b -> b;e a -> a h | no rule for `e b`",
        "normal;halt h;a -> a;e a -> h | `e a -> h` is not of the form `e a -> a e` or `e a -> a a e`",
        "normal;halt h;e a -> a h | no letter `a -> a`, or no rule `e a -> …`"
      })
  void whatIsNoBiTagSystemIsRefused(String lines, String why) {
    assertThatThrownBy(() -> new UniversalTape(system(lines)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
    UniversalTape tape = new UniversalTape(system(ONE_LETTER));
    assertThatThrownBy(() -> tape.start(List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a word of a bi-tag system has letters and one marker");
  }
}
