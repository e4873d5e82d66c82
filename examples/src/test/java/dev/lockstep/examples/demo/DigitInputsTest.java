package dev.lockstep.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DigitInputsTest {
  @Test
  void theProgramAddsAsJavaDoes() {
    MuLanguage mu = new MuLanguage();
    var machine = mu.load(mu.parse(DemoCommand.shipped("mu/add.mu", "add.mu")));
    List<Value> inputs = new ArrayList<>(DigitInputs.random(3, 25, 10));
    inputs.addAll(DigitInputs.longestCarry(3, 25, 10));
    for (int digits = 0; digits <= 10; digits++) {
      inputs.add(DigitInputs.training(new SplittableRandom(digits), digits));
    }
    for (Value input : inputs) {
      var trace = new Interpreter<>(machine).trace(machine.start(input), Budget.DEFAULT);
      assertThat(machine.output(trace.last())).as("%s", input).contains(DigitInputs.sum(input));
    }
  }

  @Test
  void theLongestCarryRunsThroughEveryDigit() {
    for (Value input : DigitInputs.longestCarry(5, 40, 8)) {
      List<Value> sum = ((Value.Items) DigitInputs.sum(input)).values();
      assertThat(sum.subList(0, 40)).as("%s", ValueJson.print(input)).containsOnly(Value.of(0));
      assertThat(sum.getLast()).isEqualTo(Value.of(1));
    }
    assertThat(DigitInputs.longestCarry(5, 40, 8)).doesNotHaveDuplicates();
  }
}
