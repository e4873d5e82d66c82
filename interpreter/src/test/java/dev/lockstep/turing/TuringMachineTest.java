package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuringMachineTest {
  private final TuringMachine increment = new TuringMachine(Machines.increment());

  private Trace<TuringConfiguration, Act> run(TuringMachine machine, String input, long steps) {
    return new Interpreter<>(machine).trace(machine.start(Value.of(input)), Budget.ofSteps(steps));
  }

  @ParameterizedTest
  @CsvSource({"1011,1100", "'',1", "0,1", "111,1000", "1,10"})
  void increments(String input, String output) {
    Trace<TuringConfiguration, Act> trace = run(increment, input, 1000);
    assertThat(trace.ending()).isEqualTo(new Ending.Halted());
    assertThat(increment.output(trace.last())).contains(Value.of(output));
  }

  @Test
  void agreesWithBigIntegers() {
    RandomGenerator random = new SplittableRandom(7);
    for (int i = 0; i < 50; i++) {
      BigInteger number = BigInteger.valueOf(random.nextLong(1, Long.MAX_VALUE));
      Trace<TuringConfiguration, Act> trace = run(increment, number.toString(2), 1000);
      assertThat(increment.output(trace.last()))
          .contains(Value.of(number.add(BigInteger.ONE).toString(2)));
    }
  }

  @Test
  void tracesEveryStep() {
    Trace<TuringConfiguration, Act> trace = run(increment, "1", 10);
    assertThat(trace.deltas())
        .containsExactly(
            new Act('1', Move.R, "right"),
            new Act('_', Move.L, "carry"),
            new Act('0', Move.L, "carry"),
            new Act('1', Move.L, "done"));
    assertThat(trace.configurations(increment).stream().map(Object::toString))
        .containsExactly(
            "right: [1] at 0",
            "right: 1[_] at 1",
            "carry: [1] at 0",
            "carry: [_]0 at -1",
            "done: [_]10 at -2");
    assertThat(trace.notes().getFirst().reads())
        .containsExactly(new Note.Read("tape[0]", Value.of("1")));
    Source source = new Source("test.tm", Machines.INCREMENT);
    assertThat(trace.notes().getFirst().span().map(source::textOf))
        .contains("right: 1 -> 1 R right");
  }

  @Test
  void equalContentIsEqualHoweverItCameAbout() {
    Tape plain = Tape.of('_', new int[] {'a', 'b'});
    Tape travelled = plain.act('a', Move.L).act('_', Move.L).act('_', Move.R).act('_', Move.R);
    assertThat(travelled).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(travelled.cells()).isEqualTo(2);
    Tape erased = plain.act('_', Move.R).act('_', Move.N);
    assertThat(erased).isEqualTo(Tape.of('_', new int[0], 0, 1));
    assertThat(erased.cells()).isEqualTo(1);
    assertThat(plain).isNotEqualTo(Tape.of('_', new int[] {'a', 'b'}, 1, 1));
    assertThat(plain).isNotEqualTo(Tape.of('_', new int[] {'a', 'c'}));
  }

  @Test
  void longTapesCompareAndPrintWithoutDeepRecursion() {
    int[] symbols = new int[300_000];
    Arrays.fill(symbols, 'x');
    Tape one = Tape.of('_', symbols);
    assertThat(one).isEqualTo(Tape.of('_', symbols));
    assertThat(one.text()).hasSize(symbols.length);
  }

  @Test
  void failsWhereNoRuleApplies() {
    TuringMachine machine =
        new TuringMachine(
            Machines.of("blank _\nstart q\nhalt done\nq: 1 -> 1 R q\nq: ':' -> 1 R done\n"));
    Trace<TuringConfiguration, Act> trace = run(machine, "11", 10);
    assertThat(trace.ending())
        .isEqualTo(
            new Ending.Failed(
                new Fault(
                    "no rule for state `q` on `_`",
                    Optional.empty(),
                    Optional.of("Add a rule `q: _ -> …`."))));
    assertThat(machine.output(trace.last())).isEmpty();
  }

  @Test
  void refusesInputsThatCannotStandOnTheTape() {
    assertThatThrownBy(() -> increment.start(Value.of("10210")))
        .isInstanceOf(InputError.class)
        .hasMessage("expected the program's symbols `0`, `1`, found `2` at position 3");
    assertThatThrownBy(() -> increment.start(Value.of("1_0")))
        .hasMessage("the blank `_` cannot stand in an input, found at position 2");
    assertThatThrownBy(() -> increment.start(Value.of(11)))
        .hasMessage("expected a text such as \"01\", found `11`");
    TuringMachine blankOnly =
        new TuringMachine(Machines.of("blank _\nstart q\nhalt h\nq: _ -> _ R h\n"));
    assertThatThrownBy(() -> blankOnly.start(Value.of("1")))
        .hasMessage(
            "expected an empty text (the program has no symbol but the blank), found `1` at position 1");
  }

  @Test
  void refusesDeltasThatMakeNoSense() {
    TuringConfiguration start = increment.start(Value.of("1"));
    assertThatThrownBy(() -> increment.apply(start, new Act('1', Move.R, "nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the program has no state `nowhere`");
    assertThatThrownBy(() -> increment.apply(start, new Act('x', Move.R, "carry")))
        .hasMessage("the program has no symbol `x`");
    TuringConfiguration over = increment.apply(start, new Act('1', Move.R, "done"));
    assertThatThrownBy(() -> increment.apply(over, new Act('1', Move.R, "carry")))
        .hasMessage("`1 R carry` after the halt in state `done`");
  }

  @Test
  void refusesProgramsThatTheCheckerWould() {
    assertThatThrownBy(
            () ->
                new TuringMachine(
                    new TuringProgram(
                        '_',
                        new State("q"),
                        List.of(new State("q")),
                        List.of(new Rule("q", '1', '1', Move.R, "q")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a program with a rule too many: q: 1 -> 1 R q");
  }

  @Test
  void quotedSymbolsStandBareOnTheTape() {
    TuringMachine machine =
        new TuringMachine(
            Machines.of("blank ' '\nstart q\nhalt h\nq: ':' -> '/' R q\nq: ' ' -> ''' N h\n"));
    Trace<TuringConfiguration, Act> trace = run(machine, "::", 10);
    assertThat(machine.output(trace.last())).contains(Value.of("//'"));
    assertThat(Symbols.written(' ')).isEqualTo("' '");
  }

  @Test
  void deltasSurviveJson() {
    ActJson json = new ActJson();
    Act act = new Act(0x1F600, Move.N, "carry-on");
    assertThat(json.write(act))
        .hasToString("{\"write\":\"😀\",\"move\":\"N\",\"state\":\"carry-on\"}");
    assertThat(json.read(json.write(act))).isEqualTo(act);
    assertThatThrownBy(() -> json.read(json.write(act).put("move", "U")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field `move`: expected `L`, `R` or `N`, found `U`");
    assertThatThrownBy(() -> json.read(json.write(act).put("write", "ab")))
        .hasMessage("field `write`: expected one symbol, found `ab`");
    assertThatThrownBy(() -> json.read(json.write(act).without("state")))
        .hasMessage("field `state`: expected a text, found nothing");
  }
}
