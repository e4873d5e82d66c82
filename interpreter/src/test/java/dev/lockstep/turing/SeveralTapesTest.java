package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Layout.Row;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Machines of several tapes: configurations, inputs, deltas as JSON, and what their heads see.
class SeveralTapesTest {
  /// Copies a word of 0 and 1 to the second tape, backwards from where it ends.
  private static final TuringProgram COPY =
      Machines.of(
          """
          tapes 2
          blank _
          start go
          halt done
          go: 0, _ -> 0, 0 R, L go
          go: 1, _ -> 1, 1 R, L go
          go: _, _ -> _, _ N, N done
          """);

  private final TuringMachine copy = new TuringMachine(COPY);
  private final HeadsLayout layout = new HeadsLayout(COPY);

  private static Value json(String text) {
    return ValueJson.parse(text);
  }

  @Test
  void aStepWritesAndMovesOnEveryTape() {
    TuringConfiguration start = copy.start(Value.of("01"));
    assertThat(start).hasToString("go: [0]1 at 0 | [_] at 0");
    Act act = new Act(List.of(new Act.Stroke('0', Move.R), new Act.Stroke('0', Move.L)), "go");
    assertThat(copy.next(start)).isInstanceOf(Next.Do.class);
    TuringConfiguration after = copy.apply(start, act);
    assertThat(after).hasToString("go: 0[1] at 1 | [_]0 at -1");
    assertThat(copy.cells(after)).isEqualTo(4);
    assertThat(copy.frames(after).getFirst().variables().keySet())
        .containsExactly("state", "tape 1", "head 1", "tape 2", "head 2");
    ActJson json = new ActJson();
    assertThat(json.write(act))
        .hasToString("{\"write\":[\"0\",\"0\"],\"move\":[\"R\",\"L\"],\"state\":\"go\"}");
    assertThat(json.read(json.write(act))).isEqualTo(act);
    assertThatThrownBy(() -> copy.apply(start, new Act('0', Move.R, "go")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`0 R go` changes 1 tapes of 2");
  }

  @Test
  void theLastTapeIsTheOutput() {
    TuringEngine engine = TuringEngine.of(COPY);
    var finish = engine.run(Value.of("0010"), Budget.DEFAULT, _ -> true);
    assertThat(finish.orElseThrow().output()).contains(Value.of("0100"));
  }

  @Test
  void inputsMayBeTextsOnSeveralTapesAndStartWithinOne() {
    assertThat(copy.start(json("[\"01\",\"1\"]"))).hasToString("go: [0]1 at 0 | [1] at 0");
    assertThat(copy.start(json("[\"01\",{\"tape\":\"1_0\",\"head\":2}]")))
        .hasToString("go: [0]1 at 0 | 1_[0] at 2");
    TuringMachine one = new TuringMachine(Machines.increment());
    assertThat(one.start(json("{\"tape\":\"10_1\",\"head\":2}"))).hasToString("right: 10[_]1 at 2");
    assertThat(one.start(json("{\"head\":2,\"tape\":\"10\"}"))).hasToString("right: 10[_] at 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"0\",\"1\",\"0\"] : expected at most 2 texts, one for each tape, found 3",
        "[\"0\",\"_\"] : the blank `_` cannot stand in an input, found at position 1",
        "{\"tape\":\"01\",\"head\":3} : `head`: expected a number from 0 to 2, found `3`",
        "{\"tape\":7,\"head\":0} : `tape`: expected a text, found `7`",
        "{\"tape\":\"0x\",\"head\":0} : expected the program's symbols `0`, `1`, found `x` at position 2",
        "{\"tape\":\"01\"} : expected a text such as \"01\", found `{\"tape\":\"01\"}`",
        "12 : expected a text such as \"01\", found `12`"
      })
  void badInputsAreNamed(String line) {
    String[] parts = line.split(" : ", 2);
    assertThatThrownBy(() -> copy.start(json(parts[0])))
        .isInstanceOf(InputError.class)
        .hasMessage(parts[1]);
  }

  @Test
  void aRowIsTheStateAndWhatTheHeadsSee() {
    assertThat(names(layout.row(copy.start(Value.of("10"))))).containsExactly("@go", "1:1", "2:_");
    TuringConfiguration start = copy.start(Value.of("10"));
    int[] said = new int[3];
    for (int i = 0; i < 3; i++) {
      said[i] = layout.rule(layout.around(layout.row(start), i));
    }
    assertThat(names(new Row(0, said))).containsExactly("@go", "1:1>", "2:1<");
    assertThat(layout.places()).hasSize(3);
  }

  private List<String> names(Row row) {
    return IntStream.of(row.cells()).mapToObj(it -> layout.contents().get(it)).toList();
  }

  @Test
  void whatNoHeadCanSayIsGarbledOrAFault() {
    TuringConfiguration start = copy.start(Value.of("1"));
    assertThat(said(start, "1:1", "@go", "2:_")).isInstanceOf(Next.Garbled.class);
    assertThat(said(start, "@!", "1:1>", "2:_"))
        .isEqualTo(new Next.Garbled<>("there is no rule, and yet a head writes or moves"));
    assertThat(said(start, "@!", "1:1", "2:_"))
        .isEqualTo(new Next.Fail<>(TuringMachine.noRule("go", List.of((int) '1', (int) '_'))));
    TuringConfiguration over = new TuringConfiguration("done", start.tapes());
    assertThat(said(over, "@done", "1:1", "2:_")).isEqualTo(new Next.Halt<>());
    assertThat(said(over, "@go", "1:1", "2:_"))
        .isEqualTo(new Next.Garbled<>("something changes after the halt"));
  }

  private Next<Act> said(TuringConfiguration before, String... names) {
    int[] cells = Stream.of(names).mapToInt(layout.contents()::indexOf).toArray();
    return layout.step(before, new Row(0, cells));
  }

  /// Every row, turned to every place, and no window else: counted by hand, and by trying all.
  @Test
  void enumeratesEveryRowForEveryPlaceOnce() {
    Set<List<Integer>> seen = new HashSet<>();
    layout.windows(
        window -> {
          assertThat(layout.allowed(window)).isTrue();
          assertThat(seen.add(IntStream.of(window).boxed().toList())).isTrue();
        });
    assertThat(seen).hasSize(3 * 2 * 3 * 3); // places, states, symbols on each tape
    int contents = layout.contents().size();
    int allowed = 0;
    for (int i = 0; i < contents * contents * contents; i++) {
      int[] window = {i % contents, i / contents % contents, i / contents / contents};
      allowed += layout.allowed(window) ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(seen.size());
  }
}
