package dev.lockstep.grammar.turing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuringCheckerTest {
  private static String warnings(String text) {
    Source source = new Source("test.tm", text);
    return SourceErrors.render(source, TuringChecker.warnings(TuringReader.read(source)));
  }

  @Test
  void aCompleteProgramHasNoWarnings() {
    assertThat(warnings("blank _\nstart q\nhalt h\nq: _ -> 1 R h\nq: 1 -> 1 R q\n")).isEmpty();
  }

  @Test
  void warnsOfMissingRules() {
    assertThat(warnings("blank _\nstart q\nhalt h\nq: ':' -> 1 R h\nq: 1 -> 1 R q\n"))
        .isEqualTo(
            """
            test.tm:4:1: warning: no rule for state `q` on `_` [turing.missing-rule]
              q: ':' -> 1 R h
              ^
              hint: Add the missing rules: a run that needs one fails.\
            """);
    assertThat(
            warnings(
                "blank _\nstart q\nhalt h\nq: a -> b R q\nq: c -> d R q\nq: e -> f R h\nq: g -> h R h\n"))
        .contains("no rule for state `q` on `_`, `b`, `d`, `f`, `h`");
    assertThat(
            warnings(
                "blank _\nstart q\nhalt h\nq: a -> b R q\nq: c -> d R q\nq: e -> f R h\nq: g -> i R k\nk: l -> m R h\n"))
        .contains("no rule for state `k` on `_`, `a`, `b`, `c`, `d` and 5 more");
  }

  @Test
  void warnsOfWhatIsNeverReached() {
    assertThat(
            warnings(
                "blank _\nstart q\nhalt h, k\nq: _ -> _ R h\nlost: _ -> _ R k\nalone: _ -> _ L alone\n"))
        .isEqualTo(
            """
            test.tm:3:9: warning: halt state `k` is never reached [turing.never-reached]
              halt h, k
                      ^
              hint: Remove it from the line `halt`, or add a rule that leads to it.

            test.tm:5:1: warning: state `lost` is never reached, nor its rule [turing.never-reached]
              lost: _ -> _ R k
              ^~~~
              hint: Remove what is not used, or add a rule that leads to it.

            test.tm:6:1: warning: state `alone` is never reached, nor its rule [turing.never-reached]
              alone: _ -> _ L alone
              ^~~~~
              hint: Remove what is not used, or add a rule that leads to it.\
            """);
  }

  @Test
  void warnsWhereNoHaltCanBeReached() {
    assertThat(warnings("blank _\nstart q\nhalt h\nq: _ -> _ R q\n"))
        .isEqualTo(
            """
            test.tm:2:7: warning: no halt state can be reached from state `q` [turing.never-halts]
              start q
                    ^
              hint: Add a rule that leads to a halt state.\
            """);
  }

  @Test
  void programsMadeInMemoryCanBeCheckedToo() {
    TuringProgram program =
        new TuringProgram(
            '_',
            new State("q"),
            List.of(new State("h")),
            List.of(new Rule("q", '_', '_', Move.R, "q")));
    assertThat(TuringChecker.warnings(program)).hasSize(1);
  }
}
