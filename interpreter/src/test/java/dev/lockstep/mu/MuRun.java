package dev.lockstep.mu;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.util.List;
import java.util.Optional;

/// One run of a program text, for tests, those of the rooms below among them.
public record MuRun(
    Machine<MuConfiguration, MuDelta> machine, Trace<MuConfiguration, MuDelta> trace) {

  public static MuProgram program(String text) {
    return new MuLanguage().parse(new Source("test.mu", text));
  }

  static MuRun of(String text, String input) {
    return of(program(text), ValueJson.parse(input), Budget.ofSteps(100_000));
  }

  static MuRun of(MuProgram program, Value input, Budget budget) {
    Machine<MuConfiguration, MuDelta> machine = new MuLanguage().load(program);
    return new MuRun(machine, new Interpreter<>(machine).trace(machine.start(input), budget));
  }

  /// A run of `main` with this body and no parameters.
  static MuRun body(String result, String... lines) {
    String text = "fn main() -> " + result + " {\n" + String.join("\n", lines) + "\n}";
    return of(text, "{}");
  }

  Ending ending() {
    return trace.ending();
  }

  /// The result as JSON; empty where there is none.
  String result() {
    Optional<Value> output = machine.output(trace.last());
    return output.map(ValueJson::print).orElse("");
  }

  List<String> printed() {
    return trace.deltas().stream().flatMap(delta -> machine.printed(delta).stream()).toList();
  }

  /// The message of the fault that ended it.
  String fault() {
    return ending().describe();
  }
}
