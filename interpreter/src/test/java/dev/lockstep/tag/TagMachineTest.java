package dev.lockstep.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagMachineTest {
  private static TagProgram program(String text) {
    return TagReader.read(new Source("test.tag", text));
  }

  /// De Mol's tag system passes through aⁿ for every n of the Collatz sequence (the odd ones as (3n
  /// +
  /// 1) / 2).
  @ParameterizedTest
  @ValueSource(ints = {3, 7, 9, 15, 27})
  void collatz(int start) {
    TagMachine machine = new TagMachine(program("delete 2\na -> b c\nb -> a\nc -> a a a"));
    Trace<TagConfiguration, Turn> trace =
        new Interpreter<>(machine)
            .trace(machine.start(Value.of("a".repeat(start))), Budget.ofSteps(1_000_000));
    assertThat(trace.ending()).isEqualTo(new Ending.Halted());
    int n = start;
    for (TagConfiguration it : trace.configurations(machine)) {
      if (it.word().stream().allMatch(symbol -> symbol.equals("a"))) {
        assertThat(it.word()).hasSize(n);
        n = n % 2 == 0 ? n / 2 : (3 * n + 1) / 2;
      }
    }
    assertThat(trace.last().toString()).isEqualTo("a");
  }

  /// Post's own system, 0 -> 00 and 1 -> 1101 deleting three, against string operations.
  @ParameterizedTest
  @ValueSource(strings = {"100100100", "10010", "111111", "1001001001001001001"})
  void postsSystem(String start) {
    TagMachine machine = new TagMachine(program("delete 3\n0 -> 0 0\n1 -> 1 1 0 1"));
    TagConfiguration now = machine.start(Value.of(start));
    String word = start;
    for (int i = 0; i < 2_000 && word.length() >= 3; i++) {
      word = word.substring(3) + (word.charAt(0) == '0' ? "00" : "1101");
      now = new Interpreter<>(machine).trace(now, Budget.ofSteps(1)).last();
      assertThat(String.join("", now.word())).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a -> b ; a -> c | second rule for `a`",
        "read 2 ; a -> b | expected 2 symbols before `->`, found 1",
        "halt H ; H -> a | a rule for `H`, which halts",
        "delete x ; a -> b | expected a number from 1 to 1000, found `x`",
        "delete 2 ; delete 2 ; a -> b | second line `delete`, the first is line 1",
        "a b | expected a symbol or `->` with a blank before it",
        "// nothing | no rule",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> program(text.replace(" ; ", "\n")))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContaining(message);
  }

  @Test
  void aNormalSystemDeletesWhatItReads() {
    TagMachine machine =
        new TagMachine(program("normal\nhalt h\na -> a\ne a -> a a f\nf a -> a h"));
    var trace = new Interpreter<>(machine).trace(machine.start(Value.of("e a a")), Budget.DEFAULT);
    assertThat(trace.configurations(machine))
        .extracting(TagConfiguration::toString)
        .containsExactly(
            "e a a", "a a a f", "a a f a", "a f a a", "f a a a", "a a a h", "a a h a", "a h a a",
            "h a a a");
    assertThat(trace.ending()).isEqualTo(new Ending.Halted());
    // A word that ends within a left side is over; one that no left side begins with fails.
    assertThat(machine.next(machine.start(Value.of("e")))).isEqualTo(new Next.Halt<>());
    assertThat(machine.next(machine.start(Value.of("e f")))).isInstanceOf(Next.Fail.class);
  }
}
