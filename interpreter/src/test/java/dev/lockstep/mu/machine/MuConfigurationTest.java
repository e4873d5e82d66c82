package dev.lockstep.mu.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import org.junit.jupiter.api.Test;

final class MuConfigurationTest {
  @Test
  void aConfigurationIsShownOnOneReadableLine() {
    MuLanguage mu = new MuLanguage();
    var program =
        mu.parse(
            new Source(
                "last.mu",
                """
                fn last(xs: [int]) -> int {
                  return xs[len(xs) - 1]
                }

                fn main(xs: [int], b: bool) -> int {
                  let one = last(xs)
                  return one
                }
                """));
    var machine = mu.load(program);
    var start = machine.start(ValueJson.parse("{\"xs\": [4, 7], \"b\": true}"));
    var trace = new Interpreter<>(machine).trace(start, Budget.DEFAULT);
    assertThat(trace.configurations(machine).stream().map(Object::toString))
        .containsExactly(
            "main@1 b=true xs=#0 | #0=[4, 7]",
            "last@0 xs=#0 < main@2 b=true xs=#0 | #0=[4, 7]",
            "main@2 b=true one=7 xs=#0 | #0=[4, 7]",
            "main@-1 b=true one=7 xs=#0 | #0=[4, 7] => 7");
  }
}
