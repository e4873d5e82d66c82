package dev.lockstep.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.mu.MuConfiguration;
import dev.lockstep.mu.MuDelta;
import dev.lockstep.mu.MuLanguage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MuNotationTest {
  private static final Budget BUDGET = new Budget(2000, 100_000, 100);

  @Test
  void aDigitOfLongAdditionIsThirteenTokens() {
    MuPrograms add = MuPrograms.of(MuPrograms.ADD);
    MuConfiguration start = add.start("{\"a\": [7, 5], \"b\": [8, 6]}");
    Dictation<MuConfiguration, MuDelta> run =
        new Dictation<>(add.machine(), add.notation(), start, BUDGET);
    StringBuilder turn = new StringBuilder();
    while (run.more()) {
      if (run.script().place().startsWith("turn 1,")) {
        turn.append(add.notation().vocabulary().word(run.token())).append(' ');
      }
      run.advance();
    }
    // goto the body; the digits, the carry and their sum; the sum's digit; the carry; and again.
    assertThat(turn.toString()).isEqualTo("@4 7 8 0 15 @5 15 5 @6 15 1 @3 1 ");
  }

  @Test
  void tokensOfSampledRunsSayTheirSteps() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = MuPrinter.print(new MuLanguage().sample(random, 1 + (int) (seed % 20)));
      MuPrograms it = MuPrograms.of(new Source("seed" + seed + ".mu", text));
      for (int size = 0; size < 4; size++) {
        law(it, it.machine().start(it.input(seed, size)), text);
      }
    }
  }

  private static void law(MuPrograms it, MuConfiguration start, String text) {
    Trace<MuConfiguration, MuDelta> trace = new Interpreter<>(it.machine()).trace(start, BUDGET);
    Script<MuConfiguration, MuDelta> script = it.notation().begin(start);
    Sight sight = new Sight(it.notation().shape());
    MuConfiguration now = start;
    for (int i = 0; i < trace.steps(); i++) {
      Next<MuDelta> next = new Next.Do<>(trace.deltas().get(i));
      List<Integer> tokens = it.notation().spell(now, next, trace.notes().get(i));
      for (int k = 0; k < tokens.size(); k++) {
        script.look(sight);
        var heard = script.accept(tokens.get(k));
        if (k < tokens.size() - 1) {
          assertThat(heard).as(text).isInstanceOf(Script.Heard.More.class);
        } else {
          assertThat(heard).as(text).isEqualTo(new Script.Heard.Step<>(next));
        }
      }
      now = it.machine().apply(now, trace.deltas().get(i));
      assertThat(script.configuration()).as(text).isEqualTo(now);
    }
    if (trace.ending() instanceof Ending.Failed(var fault)) {
      Next<MuDelta> fail = new Next.Fail<>(fault);
      int token = it.notation().spell(now, fail, Note.NONE).getFirst();
      assertThat(script.accept(token))
          .isEqualTo(new Script.Heard.Step<>(it.notation().project(now, fail)));
    }
  }
}
