package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.turing.TuringLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every event of a trace, and every rule of a program, changed: caught at the first wrong step.
final class EventSabotageTest {
  private static final String EVERY_KIND =
      """
      fn twice(x: int) -> int requires x >= 0 {
        return x + x
      }

      fn main(xs: [int]) -> int {
        let ys: [int] = []
        for x in xs {
          push(ys, twice(x))
        }
        for i in 0..len(ys) {
          ys[i] = ys[i] + 1
        }
        var n = 3
        let last = pop(ys)
        assert last > 0
        if last > n {
          print(last)
        }
        let ages = {"a": 1}
        ages["b"] = 2
        remove(ages, "a")
        for x in xs {
          if x == 1 {
            break
          }
        }
        return last
      }
      """;

  private static final String INCREMENT =
      """
      blank _
      start right
      halt done

      right: 0 -> 0 R right
      right: 1 -> 1 R right
      right: _ -> _ L carry
      carry: 1 -> 0 L carry
      carry: 0 -> 1 L done
      carry: _ -> 1 L done
      """;

  @Test
  void everyEventOfAMuTraceIsJudged() {
    MuLanguage mu = new MuLanguage();
    Machine<MuConfiguration, MuDelta> machine =
        mu.load(mu.parse(new Source("kinds.mu", EVERY_KIND)));
    MuConfiguration start = machine.start(ValueJson.parse("{\"xs\": [1, 4]}"));
    Trace<MuConfiguration, MuDelta> truth = new Interpreter<>(machine).trace(start, Budget.DEFAULT);
    Verifier<MuConfiguration, MuDelta> verifier = new Verifier<>(machine);
    Set<Class<?>> kinds = new HashSet<>();
    for (int i = 0; i < truth.steps(); i++) {
      kinds.add(truth.deltas().get(i).getClass());
      for (int other = 0; other <= truth.steps(); other++) {
        MuDelta planted =
            other == truth.steps()
                ? new MuDelta.Held(truth.deltas().get(i).next() + 1)
                : truth.deltas().get(other);
        if (!planted.equals(truth.deltas().get(i))) {
          List<MuDelta> claimed = new ArrayList<>(truth.deltas());
          claimed.set(i, planted);
          assertThat(verifier.judge(start, claimed.iterator(), truth.ending(), Budget.DEFAULT))
              .as("event %d replaced by %s", i, planted)
              .isInstanceOf(Verdict.Diverged.class)
              .extracting(Verdict::steps)
              .isEqualTo((long) i);
        }
      }
      assertThat(
              verifier.judge(
                  start,
                  truth.deltas().subList(0, i).iterator(),
                  new Ending.Halted(),
                  Budget.DEFAULT))
          .as("cut before event %d", i)
          .isInstanceOf(Verdict.Diverged.class)
          .extracting(Verdict::steps)
          .isEqualTo((long) i);
    }
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(kinds(MuDelta.class));
  }

  /// The records of a sealed interface and of the sealed interfaces in it.
  private static List<Class<?>> kinds(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(it -> it.isSealed() ? kinds(it).stream() : Stream.of(it))
        .collect(Collectors.toList());
  }

  @Test
  void everyChangedRuleIsCaughtWhereItIsFirstUsed() {
    TuringLanguage turing = new TuringLanguage();
    var machine = turing.load(turing.parse(new Source("increment.tm", INCREMENT)));
    List<String> lines = INCREMENT.lines().toList();
    List<Value> inputs = List.of(Value.of("1011"), Value.of("111"), Value.of("0"));
    int mutants = 0;
    for (int line = 4; line < lines.size(); line++) {
      for (String written : List.of("0", "1", "_")) {
        String rule = lines.get(line);
        String changed = rule.replaceFirst("-> .", "-> " + written);
        if (!changed.equals(rule)) {
          String read = rule.substring(0, rule.indexOf(" ->"));
          String text = INCREMENT.replace(rule, changed);
          var mutant = turing.load(turing.parse(new Source("mutant.tm", text)));
          boolean caught = false;
          for (Value input : inputs) {
            var start = machine.start(input);
            var truth = new Interpreter<>(machine).trace(start, Budget.DEFAULT);
            int first = firstUse(truth.notes().stream().map(note -> note.span()).toList(), rule);
            var verdict =
                new Verifier<>(machine)
                    .verify(new Interpreter<>(mutant), start, Budget.ofSteps(200));
            assertThat(verdict.exact()).as("%s on %s", changed, input).isEqualTo(first < 0);
            if (first >= 0) {
              assertThat(verdict.steps()).as("%s on %s", changed, input).isEqualTo(first);
              caught = true;
            }
          }
          assertThat(caught).as("%s is used on some input", read).isTrue();
          mutants++;
        }
      }
    }
    assertThat(mutants).isEqualTo(12);
  }

  /// The first step whose note points at the rule, or -1.
  private static int firstUse(
      List<java.util.Optional<dev.lockstep.grammar.Span>> spans, String rule) {
    int at = INCREMENT.indexOf(rule);
    for (int i = 0; i < spans.size(); i++) {
      int start = spans.get(i).orElseThrow().start();
      if (start >= at && start < at + rule.length()) {
        return i;
      }
    }
    return -1;
  }
}
