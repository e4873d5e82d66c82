package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Layout.Row;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuringLayoutTest {
  private final TuringLayout increment = new TuringLayout(Machines.increment());

  static Stream<Machines.Sample> samples() {
    return Machines.samples(300).filter(it -> it.program().tapes() == 1);
  }

  /// The rule applied to every cell of `row`, one more on each side.
  private static Row after(TuringLayout layout, Row row) {
    int[] cells = new int[row.cells().length + 2];
    for (int i = 0; i < cells.length; i++) {
      long at = row.first() - 1 + i;
      cells[i] =
          layout.rule(
              new int[] {
                row.at(at - 1, layout.blank()),
                row.at(at, layout.blank()),
                row.at(at + 1, layout.blank())
              });
    }
    return new Row(row.first() - 1, cells);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theLocalRuleAndStepReproduceTheTrace(Machines.Sample sample) {
    TuringMachine machine = new TuringMachine(sample.program());
    TuringLayout layout = new TuringLayout(sample.program());
    Trace<TuringConfiguration, Act> trace =
        new Interpreter<>(machine).trace(machine.start(sample.input()), Budget.ofSteps(150));
    for (TuringConfiguration now : trace.configurations(machine)) {
      Next<Act> expected = machine.next(now);
      Next<Act> told = layout.step(now, after(layout, layout.row(now)));
      switch (expected) {
        case Next.Do<Act>(Act act, _) -> assertThat(told).isEqualTo(new Next.Do<>(act));
        case Next.Halt<Act>(), Next.Fail<Act>(_), Next.Garbled<Act>(_) ->
            assertThat(told).isEqualTo(expected);
      }
      assertThat(layout.over(now)).isEqualTo(expected instanceof Next.Halt<Act>);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rowsHoldWhatTheTapeHolds(Machines.Sample sample) {
    TuringMachine machine = new TuringMachine(sample.program());
    TuringLayout layout = new TuringLayout(sample.program());
    Trace<TuringConfiguration, Act> trace =
        new Interpreter<>(machine).trace(machine.start(sample.input()), Budget.ofSteps(40));
    Row row = layout.row(trace.last());
    Tape tape = trace.last().tape();
    assertThat(row.cells()).hasSize((int) machine.cells(trace.last()));
    assertThat(layout.contents().get(row.at(tape.head(), layout.blank())))
        .isEqualTo(Character.toString(tape.symbol()) + "@" + trace.last().state());
    if (row.cells().length > 1) {
      assertThat(row.cells()[0]).isNotEqualTo(layout.blank());
      assertThat(row.cells()[row.cells().length - 1]).isNotEqualTo(layout.blank());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onlyRuleAndExplainDependOnTheRules(Machines.Sample sample) {
    TuringProgram other = shuffled(sample.program(), new SplittableRandom(sample.seed()));
    TuringLayout layout = new TuringLayout(sample.program());
    TuringLayout swapped = new TuringLayout(other);
    TuringMachine machine = new TuringMachine(sample.program());
    assertThat(swapped.contents()).isEqualTo(layout.contents());
    assertThat(swapped.blank()).isEqualTo(layout.blank());
    Trace<TuringConfiguration, Act> trace =
        new Interpreter<>(machine).trace(machine.start(sample.input()), Budget.ofSteps(50));
    for (TuringConfiguration now : trace.configurations(machine)) {
      Row after = after(layout, layout.row(now));
      assertThat(swapped.row(now).cells()).isEqualTo(layout.row(now).cells());
      assertThat(swapped.step(now, after)).isEqualTo(layout.step(now, after));
      assertThat(swapped.over(now)).isEqualTo(layout.over(now));
    }
  }

  /// The same symbols and states with other rules: what is written and where it leads changes
  /// hands.
  private static TuringProgram shuffled(TuringProgram program, RandomGenerator random) {
    List<Rule> rules = new ArrayList<>();
    int turn = random.nextInt(program.rules().size());
    for (int i = 0; i < program.rules().size(); i++) {
      Rule rule = program.rules().get(i);
      Rule other = program.rules().get((i + turn) % program.rules().size());
      rules.add(
          new Rule(rule.from().name(), rule.read(), other.write(), Move.L, other.to().name()));
    }
    return new TuringProgram(program.blank(), program.start(), program.halts(), rules);
  }

  @Test
  void enumeratesEveryWindowWithAtMostOneHeadOnce() {
    Set<List<Integer>> seen = new HashSet<>();
    increment.windows(
        window -> {
          assertThat(increment.allowed(window)).isTrue();
          assertThat(seen.add(List.of(window[0], window[1], window[2]))).isTrue();
        });
    int symbols = 3;
    int heads = 3 + 1; // states and stuck
    assertThat(seen).hasSize(symbols * symbols * symbols * (1 + 3 * heads));
    int allowed = 0;
    int contents = increment.contents().size();
    for (int i = 0; i < contents * contents * contents; i++) {
      int[] window = {i % contents, i / contents % contents, i / contents / contents};
      allowed += increment.allowed(window) ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(seen.size());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theRuleIsTotalAndKeepsTheInvariant(Machines.Sample sample) {
    TuringLayout layout = new TuringLayout(sample.program());
    RandomGenerator random = new SplittableRandom(sample.seed());
    int contents = layout.contents().size();
    for (int i = 0; i < 200; i++) {
      int[] any = random.ints(3, 0, contents).toArray();
      assertThat(layout.rule(any)).isBetween(0, contents - 1);
      assertThat(layout.explain(any)).isNotBlank();
    }
    for (int i = 0; i < 50; i++) {
      int[] cells =
          random.ints(5, 0, contents).map(it -> it - it % heads(layout, sample)).toArray();
      cells[random.nextInt(5)] = random.nextInt(contents);
      assertThat(layout.allowed(after(layout, new Row(0, cells)).cells())).isTrue();
    }
  }

  private static int heads(TuringLayout layout, Machines.Sample sample) {
    return layout.contents().size() / sample.program().symbols().size();
  }

  private int content(String name) {
    return increment.contents().indexOf(name);
  }

  private int[] window(String left, String middle, String right) {
    return new int[] {content(left), content(middle), content(right)};
  }

  @Test
  void namesTheRule() {
    assertThat(increment.explain(window("1", "0@right", "1")))
        .isEqualTo("rule `right: 0 -> 0 R right`");
    assertThat(increment.explain(window("1@done", "0", "1")))
        .isEqualTo("state `done` halts: nothing changes");
    assertThat(increment.explain(window("1", "0", "1@!")))
        .isEqualTo("the head is stuck: nothing changes");
    assertThat(increment.explain(window("1", "0", "1")))
        .isEqualTo("no head nearby: the cell keeps its content");
    TuringLayout partial = new TuringLayout(Machines.of("1RB---_1LA1RZ"));
    int[] stuck = {0, partial.contents().indexOf("1@A"), 0};
    assertThat(partial.explain(stuck))
        .isEqualTo("no rule for state `A` on `1`: the head gets stuck");
    assertThat(partial.contents().get(partial.rule(stuck))).isEqualTo("1@!");
  }

  @Test
  void tellsWhyARowIsNoStep() {
    TuringConfiguration before = new TuringMachine(Machines.increment()).start(Value.of("101"));
    assertThat(garbled(before, "1", "0", "1")).isEqualTo("no cell holds a head; it was at cell 0");
    assertThat(garbled(before, "1@right", "0@right", "1")).isEqualTo("two heads, at cells 0 and 1");
    assertThat(garbled(before, "1", "0", "1@carry"))
        .isEqualTo("the head jumps from cell 0 to cell 2");
    assertThat(garbled(before, "1", "0@right", "0"))
        .isEqualTo("cell 2 turns from `1` to `0` while the head is at cell 0");
    assertThat(garbled(before, "1", "0@right"))
        .isEqualTo("cell 2 turns from `1` to `_` while the head is at cell 0");
    assertThat(garbled(before, "1", "0@!", "1"))
        .isEqualTo("the head is stuck at cell 1 after a change");
    assertThat(garbled(before, "0@!", "0", "1"))
        .isEqualTo("the head is stuck at cell 0 after a change");
    assertThat(increment.step(before, new Row(0, new int[] {99})))
        .isEqualTo(new Next.Garbled<Act>("cell 0 holds no known content"));
    TuringConfiguration over = new TuringConfiguration("done", before.tape());
    assertThat(garbled(over, "1", "0@done", "1")).isEqualTo("cell 0 changes after the halt");
    assertThat(increment.step(over, increment.row(over))).isEqualTo(new Next.Halt<Act>());
  }

  private String garbled(TuringConfiguration before, String... after) {
    int[] cells = Stream.of(after).mapToInt(this::content).toArray();
    return switch (increment.step(before, new Row(0, cells))) {
      case Next.Garbled<Act>(String why) -> why;
      case Next.Do<Act> step -> step.toString();
      case Next.Halt<Act> halt -> halt.toString();
      case Next.Fail<Act> fail -> fail.toString();
    };
  }
}
