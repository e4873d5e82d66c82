package dev.lockstep.mu.fuzz;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuCode;
import dev.lockstep.mu.MuDelta;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuMachine;
import dev.lockstep.mu.MuRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What must hold of any text: it is a program or has errors in it; a program prints as itself; and
/// all engines tell the same run of it.
final class Examination {
  private static final Budget BUDGET = new Budget(2_000, 3_000, 60);
  private static final int INPUT_SIZE = 5;

  private final MuLanguage mu = new MuLanguage();
  private final SplittableRandom random;
  private final String text;
  private Optional<Value> input = Optional.empty();
  private boolean program;

  private record Step(MuDelta delta, Note note) {}

  private record Told(Optional<Runner.Finish> finish, List<?> events) {}

  Examination(String text, long seed) {
    this.text = text;
    this.random = new SplittableRandom(seed);
  }

  /// Whether the text turned out to be a program.
  boolean isProgram() {
    return program;
  }

  /// What is wrong, if anything.
  Optional<Finding> examine() {
    long start = System.nanoTime();
    Optional<Finding> found;
    try {
      found = parsed().flatMap(this::examine);
    } catch (LostError e) {
      return finding(Finding.Kind.LOST_ERROR, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return finding(Finding.Kind.CRASH, e + " at " + place(e));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return found.isEmpty() && seconds > Math.max(10, text.length() / 1_000.0)
        ? finding(Finding.Kind.HANG, "examined in %.1f s".formatted(seconds))
        : found;
  }

  private static String place(Throwable e) {
    return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
  }

  private static final class LostError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostError(String message) {
      super(message);
    }
  }

  private Optional<MuProgram> parsed() {
    Source source = new Source("fuzz.mu", text);
    try {
      return Optional.of(mu.parse(source));
    } catch (SourceErrors errors) {
      if (errors.diagnostics().stream().noneMatch(it -> it.isError())) {
        throw new LostError("refused without an error");
      }
      errors.diagnostics().forEach(it -> it.render(source)); // its place must be one
      return Optional.empty();
    } catch (UnreadableSource _) {
      return Optional.empty();
    }
  }

  private Optional<Finding> examine(MuProgram parsed) {
    program = true;
    mu.warnings(parsed);
    String printed = mu.print(parsed);
    MuProgram again = mu.parse(new Source("printed.mu", printed));
    if (!again.equals(parsed) || !mu.print(again).equals(printed)) {
      return finding(Finding.Kind.DISAGREEMENT, "the printed program is another program");
    }
    Value drawn;
    try {
      drawn = mu.input(parsed, random, INPUT_SIZE);
    } catch (InputError _) {
      return Optional.empty();
    }
    input = Optional.of(drawn);
    MuMachine machine = new MuMachine(MuCode.of(parsed));
    Runner<MuDelta> reference = Runner.reference(machine);
    Runner<MuDelta> runner = new MuRunner(machine, random.nextInt(3) * 20L);
    Budget budget =
        random.nextBoolean()
            ? BUDGET
            : new Budget(random.nextInt(200), random.nextInt(60), 1 + random.nextInt(8));
    Told expected = trace(reference, drawn, budget);
    if (expected.finish().orElseThrow().ending() instanceof Ending.Garbled(String why)) {
      return finding(Finding.Kind.CRASH, "the interpreter is garbled: " + why);
    }
    if (!trace(runner, drawn, budget).equals(expected)) {
      return finding(Finding.Kind.DISAGREEMENT, "the engines trace different runs in " + budget);
    }
    return run(runner, drawn, budget).equals(run(reference, drawn, budget))
        ? Optional.empty()
        : finding(Finding.Kind.DISAGREEMENT, "the engines run differently in " + budget);
  }

  private static Told run(Runner<MuDelta> runner, Value input, Budget budget) {
    List<String> lines = new ArrayList<>();
    return new Told(runner.run(input, budget, lines::add), lines);
  }

  private static Told trace(Runner<MuDelta> runner, Value input, Budget budget) {
    List<Step> steps = new ArrayList<>();
    return new Told(
        runner.trace(input, budget, (delta, note) -> steps.add(new Step(delta, note))), steps);
  }

  private Optional<Finding> finding(Finding.Kind kind, String message) {
    return Optional.of(new Finding(kind, message, text, input));
  }
}
