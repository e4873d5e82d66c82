package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.Toy;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Value;
import org.junit.jupiter.api.Test;

class DepartureTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final ConfigurationText<Toy.Tape> VIEW =
      tape -> tape.state() + " " + TOY.output(tape).orElseThrow() + " " + tape.head();

  @Test
  void theTwoSidesStandOneAboveTheOther() {
    assertThat(text("10", new Happening.Did<>(new Toy.Write('0', 1, 'a'))))
        .isEqualTo(
            """
            step 8
              before    a Text[value=10] 0
              expected  Write[symbol=1, move=1, state=a]
                        a Text[value=10] 1
              claimed   Write[symbol=0, move=1, state=a]
                        a Text[value=00] 1
                                     ^""");
  }

  @Test
  void anEndingLeadsNowhere() {
    assertThat(text("10", new Happening.Ended<>(new Ending.Garbled("two heads"))))
        .isEqualTo(
            """
            step 8
              before    a Text[value=10] 0
              expected  Write[symbol=1, move=1, state=a]
                        a Text[value=10] 1
              claimed   garbled: two heads""");
  }

  @Test
  void longConfigurationsAreCutAroundTheDifference() {
    String text = text("1" + "0".repeat(300), new Happening.Did<>(new Toy.Write('1', -1, 'a')));

    assertThat(text.lines()).allMatch(line -> line.length() <= 94);
    assertThat(text.lines().toList().getLast().strip()).isEqualTo("^");
    assertThat(text).contains("\n            …0000");
  }

  private static String text(String input, Happening<Toy.Write> claimed) {
    return Departure.of(
            TOY,
            new Verdict.Diverged<>(
                7,
                TOY.start(Value.of(input)),
                new Happening.Did<>(new Toy.Write('1', 1, 'a')),
                claimed),
            VIEW)
        .text();
  }
}
