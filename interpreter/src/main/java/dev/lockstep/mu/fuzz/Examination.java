package dev.lockstep.mu.fuzz;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.grammar.format.Formatter;
import dev.lockstep.grammar.mu.MuChecker;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuReader;
import dev.lockstep.grammar.mu.MuStyle;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What must hold of any text: it is a program or has errors in it; laid out it has the same words,
/// and laid out again it stays; a program prints as itself; and all engines tell the same run of
/// it.
final class Examination {
  private static final Budget BUDGET = new Budget(2_000, 3_000, 60);
  private static final int INPUT_SIZE = 5;
  private static final int ONE_IN = 4; // how many texts are laid out
  private static final double LONGEST_SECONDS = 10; // of the processor's time

  private final MuLanguage mu = new MuLanguage();
  private final Engines engines;
  private final SplittableRandom random;
  private final Source source;
  private Optional<Value> input = Optional.empty();
  private boolean program;

  /// What is held to the interpreter.
  @FunctionalInterface
  interface Engines {
    /// A runner of the program.
    ///
    /// @param firstSteps those that the interpreter may take before anything is compiled
    Runner<MuDelta> of(MuMachine machine, long firstSteps);
  }

  private record Step(MuDelta delta, Note note) {}

  private record Told(Optional<Runner.Finish> finish, List<?> events) {}

  Examination(String text, long seed, Engines engines) {
    this.source = new Source("fuzz.mu", text);
    this.random = new SplittableRandom(seed);
    this.engines = engines;
  }

  /// Whether the text turned out to be a program.
  boolean isProgram() {
    return program;
  }

  /// What is wrong, if anything.
  Optional<Finding> examine() {
    double start = seconds();
    Optional<Finding> found;
    try {
      found = layout().or(() -> parsed().flatMap(this::examine));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return finding(Finding.Kind.CRASH, e + " at " + place(e));
    }
    double taken = seconds() - start;
    return found.isEmpty() && taken > Math.max(LONGEST_SECONDS, source.text().length() / 1_000.0)
        ? finding(Finding.Kind.HANG, "examined in %.1f s".formatted(taken))
        : found;
  }

  /// Of this thread alone: other work on the machine makes nothing hang.
  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static String place(Throwable e) {
    return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
  }

  private Optional<Finding> layout() {
    if (random.nextInt(ONE_IN) > 0) {
      return Optional.empty();
    }
    Formatter formatter = new Formatter(new MuStyle());
    try {
      String once = formatter.format(source);
      return formatter.format(new Source(source.name(), once)).equals(once)
          ? Optional.empty()
          : finding(Finding.Kind.DISAGREEMENT, "laid out again it is laid out otherwise");
    } catch (SourceErrors _) {
      return Optional.empty(); // reading it tells the same
    }
  }

  private Optional<Read> parsed() {
    try {
      MuProgram read = MuReader.read(source);
      List<Diagnostic> said = MuChecker.check(read);
      said.forEach(it -> it.render(source)); // its place must be one
      return said.stream().anyMatch(Diagnostic::isError)
          ? Optional.empty()
          : Optional.of(new Read.Program(read));
    } catch (SourceErrors errors) {
      errors.diagnostics().forEach(it -> it.render(source));
      return errors.diagnostics().stream().anyMatch(Diagnostic::isError)
          ? Optional.empty()
          : Optional.of(new Read.Nothing());
    } catch (UnreadableSource _) {
      return Optional.empty();
    }
  }

  /// A text that is not refused with an error.
  private sealed interface Read {
    record Program(MuProgram program) implements Read {}

    /// Refused, and nobody says why.
    record Nothing() implements Read {}
  }

  private Optional<Finding> examine(Read read) {
    return switch (read) {
      case Read.Nothing() -> finding(Finding.Kind.LOST_ERROR, "refused without an error");
      case Read.Program(MuProgram parsed) -> {
        program = true;
        yield printed(parsed).or(() -> runs(parsed));
      }
    };
  }

  private Optional<Finding> printed(MuProgram parsed) {
    String printed = MuPrinter.print(parsed);
    MuProgram again = MuReader.read(new Source("printed.mu", printed));
    return again.equals(parsed) && MuPrinter.print(again).equals(printed)
        ? Optional.empty()
        : finding(Finding.Kind.DISAGREEMENT, "the printed program is another program");
  }

  private Optional<Finding> runs(MuProgram parsed) {
    Value drawn;
    try {
      drawn = mu.input(parsed, random, INPUT_SIZE);
    } catch (InputError _) {
      return Optional.empty();
    }
    input = Optional.of(drawn);
    MuMachine machine = new MuMachine(MuCode.of(parsed));
    Runner<MuDelta> runner = engines.of(machine, random.nextInt(3) * 20L);
    Budget budget =
        random.nextBoolean()
            ? BUDGET
            : new Budget(random.nextInt(200), random.nextInt(60), 1 + random.nextInt(8));
    List<Step> steps = new ArrayList<>();
    Told expected = trace(Runner.reference(machine), drawn, budget, steps);
    if (expected.finish().orElseThrow().ending() instanceof Ending.Garbled(String why)) {
      return finding(Finding.Kind.LOST_ERROR, "the checker let it pass, and it is garbled: " + why);
    }
    if (!trace(runner, drawn, budget, new ArrayList<>()).equals(expected)) {
      return finding(Finding.Kind.DISAGREEMENT, "the engines trace different runs in " + budget);
    }
    List<String> lines =
        steps.stream().flatMap(step -> machine.printed(step.delta()).stream()).toList();
    return run(runner, drawn, budget).equals(new Told(expected.finish(), lines))
        ? Optional.empty()
        : finding(Finding.Kind.DISAGREEMENT, "the engines run differently in " + budget);
  }

  private static Told run(Runner<MuDelta> runner, Value input, Budget budget) {
    List<String> lines = new ArrayList<>();
    return new Told(runner.run(input, budget, lines::add), lines);
  }

  private static Told trace(Runner<MuDelta> runner, Value input, Budget budget, List<Step> steps) {
    return new Told(
        runner.trace(input, budget, (delta, note) -> steps.add(new Step(delta, note))), steps);
  }

  private Optional<Finding> finding(Finding.Kind kind, String message) {
    return Optional.of(new Finding(kind, message, source.text(), input));
  }
}
