package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// U(15,2), the universal machine of Neary and Woods (2009), beside a simulator of its own that
/// reads the published table; and the busy beaver of five states.
class UniversalMachineTest {
  /// As published, a line for each symbol read: written, move, next state, for states A to O.
  private static final String READ_0 =
      "0RB 1RC 0LG 0LF 1RA 1LD 0LH 1LI 0RA 1LK 0RL 0RM 0LB 0LC 0RN";

  private static final String READ_1 =
      "1RA 1RA 0LE 1LE 1LD 1LD 1LG 1LG 1LJ 1RZ 1RN 1RL 1RL 0RO 1RN";

  private static final int STEPS = 400_000; // from each tape

  private static String rows() {
    String[] zero = READ_0.split(" ", -1);
    String[] one = READ_1.split(" ", -1);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < zero.length; i++) {
      rows.append(i == 0 ? "" : "_").append(zero[i]).append(one[i]);
    }
    return rows.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0110111010111101100101110", "1", "1011011101111011111"})
  void stepsAsPublished(String text) {
    TuringMachine machine = new TuringMachine(Machines.of(rows()));
    int[] symbols = text.codePoints().toArray();
    int middle = symbols.length / 2;
    TuringConfiguration start = new TuringConfiguration("A", Tape.of('0', symbols, -middle, 0));
    Simulator simulator = new Simulator(text, middle);
    long[] steps = {0};
    new Interpreter<>(machine)
        .run(
            start,
            Budget.ofSteps(STEPS),
            new RunSink<>() {
              @Override
              public boolean step(Act act, Note note, TuringConfiguration after) {
                simulator.step();
                steps[0]++;
                if (after.state().charAt(0) != simulator.state
                    || after.tape().symbol() != simulator.tape[simulator.head]
                    || after.tape().head() != simulator.head - (long) Simulator.ORIGIN) {
                  throw new AssertionError("parted in step " + steps[0]);
                }
                return true;
              }

              @Override
              public void end(Ending ending, TuringConfiguration last) {
                assertThat(last.tape().text()).isEqualTo(simulator.text());
              }
            });
    assertThat(steps[0]).isEqualTo(STEPS);
  }

  @Test
  void theBusyBeaverOfFiveStatesHalts() {
    TuringEngine runner = TuringEngine.of(Machines.of("1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA"));
    var finish = runner.run(Value.of(""), Budget.ofSteps(50_000_000), _ -> true).orElseThrow();
    assertThat(finish.ending()).isEqualTo(new Ending.Halted());
    assertThat(finish.steps()).isEqualTo(47_176_870);
    String tape = ((Value.Text) finish.output().orElseThrow()).value();
    assertThat(tape.chars().filter(symbol -> symbol == '1').count()).isEqualTo(4_098);
  }

  /// The table read cell by cell, on an array.
  private static final class Simulator {
    private static final int ORIGIN = 100_000;

    private final String[][] table = {READ_0.split(" ", -1), READ_1.split(" ", -1)};
    private final char[] tape = "0".repeat(2 * ORIGIN).toCharArray();
    private int head = ORIGIN;
    private char state = 'A';

    Simulator(String text, int middle) {
      text.getChars(0, text.length(), tape, ORIGIN - middle);
    }

    void step() {
      String cell = table[tape[head] - '0'][state - 'A'];
      tape[head] = cell.charAt(0);
      head += cell.charAt(1) == 'R' ? 1 : -1;
      state = cell.charAt(2);
    }

    String text() {
      return new String(tape).replaceAll("^0+|0+$", "");
    }
  }
}
