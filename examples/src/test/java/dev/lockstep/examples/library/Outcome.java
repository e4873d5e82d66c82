package dev.lockstep.examples.library;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of a run of a Mu program.
///
/// @param answer what `main` returned, or the printed lines where it returns nothing
record Outcome(Optional<Value> answer, List<String> printed, Ending ending) {
  Outcome {
    printed = List.copyOf(printed);
  }

  static Machine<MuConfiguration, MuDelta> load(Path file) {
    MuLanguage mu = new MuLanguage();
    return mu.load(mu.parse(Source.read(file)));
  }

  static Outcome of(Machine<MuConfiguration, MuDelta> machine, Value input) {
    Listener listener = new Listener(machine);
    new Interpreter<>(machine).run(machine.start(input), Budget.DEFAULT, listener);
    return listener.outcome();
  }

  private static final class Listener implements RunSink<MuConfiguration, MuDelta> {
    private final Machine<MuConfiguration, MuDelta> machine;
    private final List<String> printed = new ArrayList<>();
    private Optional<Value> answer = Optional.empty();
    private Ending ending = new Ending.Garbled("no run");

    Listener(Machine<MuConfiguration, MuDelta> machine) {
      this.machine = machine;
    }

    @Override
    public boolean step(MuDelta delta, Note note, MuConfiguration after) {
      printed.addAll(machine.printed(delta));
      return true;
    }

    @Override
    public void end(Ending how, MuConfiguration last) {
      ending = how;
      if (how instanceof Ending.Halted) {
        answer = Optional.of(machine.output(last).orElse(Plain.value(printed)));
      }
    }

    Outcome outcome() {
      return new Outcome(answer, printed, ending);
    }
  }
}
