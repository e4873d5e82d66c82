package dev.lockstep.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.turing.TuringLanguage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the notation of a language that has none of its own says, tried on languages that have one.
class DerivedNotationTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tokensSayTheSteps(long seed) {
    says(new TuringLanguage(), seed);
    says(new MuLanguage(), seed);
  }

  private static <P, C, D> void says(Language<P, C, D> language, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    P program = language.sample(random, 12);
    Machine<C, D> machine = language.load(program);
    C start = machine.start(language.input(program, random, 6));
    Trace<C, D> trace = new Interpreter<>(machine).trace(start, Budget.ofSteps(40));
    for (List<D> samples : List.of(trace.deltas(), List.<D>of())) {
      var notation = new DerivedNotation<>(machine, language.deltaJson(), samples);
      Script<C, D> script = notation.begin(start);
      Sight sight = new Sight(notation.shape());
      for (D delta : trace.deltas()) {
        Next<D> next = new Next.Do<>(delta);
        Script.Heard<D> heard = new Script.Heard.More<>();
        for (int token : notation.spell(script.configuration(), next, Note.NONE)) {
          assertThat(heard).isInstanceOf(Script.Heard.More.class);
          script.look(sight);
          assertThat(sight.dropped()).isFalse();
          heard = script.accept(token);
        }
        assertThat(heard).isEqualTo(new Script.Heard.Step<>(next));
      }
      assertThat(script.configuration()).isEqualTo(trace.last());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noiseIsAValue(long seed) {
    TuringLanguage language = new TuringLanguage();
    SplittableRandom random = new SplittableRandom(seed);
    var program = language.sample(random, 8);
    var machine = language.load(program);
    var notation = new DerivedNotation<>(machine, language.deltaJson(), List.of());
    var script = notation.begin(machine.start(language.input(program, random, 4)));
    for (int i = 0; i < 200; i++) {
      var heard = script.accept(random.nextInt(notation.vocabulary().size()));
      assertThat(heard).isNotNull();
      if (!(heard instanceof Script.Heard.More)) {
        return;
      }
    }
  }
}
