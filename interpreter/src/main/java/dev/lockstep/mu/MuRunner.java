package dev.lockstep.mu;

import dev.lockstep.grammar.Deep;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.engine.Abandoned;
import dev.lockstep.mu.engine.Uncompiled;
import dev.lockstep.mu.exact.ExactCode;
import dev.lockstep.mu.fast.Deviation;
import dev.lockstep.mu.fast.FastCode;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Runs a program by the engine that suits it. A short run is the interpreter's. A longer one
/// starts over on the fast engine, compiled to bytecode; what that one leaves (a fault, a long int,
/// a budget at its end) starts over on the exact one, compiled too, which counts every step and
/// tells it; what cannot be compiled is the interpreter's again. Nothing is told twice: programs
/// are deterministic, so that each start over skips what its forerunner told.
public final class MuRunner implements Runner<MuDelta> {
  /// The steps after which compiling pays.
  static final long FIRST_STEPS = 2_000;

  /// The steps after which compiled code pays, once it is there: it runs on a thread of its own.
  private static final long FIRST_STEPS_AGAIN = 100;

  /// What takes a run, or a part of it.
  public enum Engine {
    /// The machine, step by step.
    INTERPRETER,
    /// Bytecode for ints of 64 bits, untraced.
    FAST,
    /// Bytecode for all of Mu, traced or not.
    EXACT
  }

  private final MuMachine machine;
  private final Runner<MuDelta> reference;
  private final long firstSteps;
  private final Consumer<Engine> finished;
  private final Lazy<FastCode> narrow = new Lazy<>(it -> FastCode.of(it, true));
  private final Lazy<FastCode> wide = new Lazy<>(it -> FastCode.of(it, false));
  private final Lazy<ExactCode> exact = new Lazy<>(ExactCode::of);

  public MuRunner(MuMachine machine) {
    this(machine, FIRST_STEPS);
  }

  /// Compiles runs of more than `firstSteps` steps.
  public MuRunner(MuMachine machine, long firstSteps) {
    this(machine, firstSteps, _ -> {});
  }

  /// The same; `finished` gets the engine that brought a run to its end.
  public MuRunner(MuMachine machine, long firstSteps, Consumer<Engine> finished) {
    this.machine = machine;
    this.reference = Runner.reference(machine);
    this.firstSteps = firstSteps;
    this.finished = finished;
  }

  /// Code that is made when it is first needed; nothing where the program cannot be compiled.
  private final class Lazy<E> {
    private final Function<MuCode, E> compiler;
    private boolean tried;
    private Optional<E> made = Optional.empty();

    Lazy(Function<MuCode, E> compiler) {
      this.compiler = compiler;
    }

    synchronized Optional<E> get() {
      if (!tried) {
        tried = true;
        try {
          made = Optional.of(compiler.apply(machine.code()));
        } catch (Uncompiled _) {
          made = Optional.empty();
        }
      }
      return made;
    }

    synchronized boolean isMade() {
      return made.isPresent();
    }
  }

  /// Whether the program can be compiled.
  boolean compiles() {
    return exact.get().isPresent();
  }

  boolean compilesFast() {
    return narrow.get().isPresent();
  }

  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    Retold retold = new Retold();
    Predicate<String> lines = line -> !retold.isNew() || printed.test(line);
    Optional<Tried> first = first(budget, narrow.isMade(), it -> reference.run(input, it, lines));
    if (first.isPresent()) {
      return first.get().finish();
    }
    MuConfiguration start = machine.start(input);
    return fast(start, budget, lines, retold)
        .or(() -> exact(start, budget, Optional.empty(), lines, retold))
        .map(Tried::finish)
        .orElseGet(
            () -> {
              retold.startOver();
              finished.accept(Engine.INTERPRETER);
              return reference.run(input, budget, lines);
            });
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<MuDelta> sink) {
    Retold retold = new Retold();
    StepSink<MuDelta> steps = (delta, note) -> !retold.isNew() || sink.step(delta, note);
    Optional<Tried> first = first(budget, exact.isMade(), it -> reference.trace(input, it, steps));
    if (first.isPresent()) {
      return first.get().finish();
    }
    return exact(machine.start(input), budget, Optional.of(steps), _ -> true, retold)
        .map(Tried::finish)
        .orElseGet(
            () -> {
              retold.startOver();
              finished.accept(Engine.INTERPRETER);
              return reference.trace(input, budget, steps);
            });
  }

  /// What an engine made of a run; without a finish its watcher stopped it.
  private record Tried(Optional<Finish> finish) {}

  /// Tells what a run's forerunners have not told.
  private static final class Retold {
    private long told;
    private long at;

    void startOver() {
      at = 0;
    }

    boolean isNew() {
      at++;
      if (at <= told) {
        return false;
      }
      told = at;
      return true;
    }
  }

  /// The run by the interpreter, where it ends within the first steps or within the budget.
  private Optional<Tried> first(
      Budget budget, boolean compiled, Function<Budget, Optional<Finish>> run) {
    long steps = compiled ? Math.min(firstSteps, FIRST_STEPS_AGAIN) : firstSteps;
    boolean whole = budget.steps() <= steps;
    Budget first = whole ? budget : new Budget(steps, budget.cells(), budget.depth());
    Optional<Finish> finish = run.apply(first);
    Ending spent = new Ending.BudgetSpent(Budget.Limit.STEPS);
    boolean over = whole || finish.isEmpty() || !finish.get().ending().equals(spent);
    if (over) {
      finished.accept(Engine.INTERPRETER);
    }
    return over ? Optional.of(new Tried(finish)) : Optional.empty();
  }

  /// Empty where the run is not for the fast engine.
  private Optional<Tried> fast(
      MuConfiguration start, Budget budget, Predicate<String> printed, Retold retold) {
    Function<FastCode, Finish> run = code -> code.run(start, budget, printed);
    try {
      return attempt(Engine.FAST, narrow, retold, run);
    } catch (Deviation _) {
      return attempt(Engine.FAST, wide, retold, run);
    }
  }

  /// Empty where the program cannot be compiled, or its calls nest too deep for the JVM.
  private Optional<Tried> exact(
      MuConfiguration start,
      Budget budget,
      Optional<StepSink<MuDelta>> sink,
      Predicate<String> printed,
      Retold retold) {
    return attempt(Engine.EXACT, exact, retold, code -> code.run(start, budget, sink, printed));
  }

  /// A run with room for deep calls. Throws `Deviation` where wide code may do.
  private <E> Optional<Tried> attempt(
      Engine engine, Lazy<E> made, Retold retold, Function<E, Finish> run) {
    Optional<E> code = made.get();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    retold.startOver();
    return Deep.call(
        () -> {
          try {
            Tried tried = new Tried(Optional.of(run.apply(code.get())));
            finished.accept(engine);
            return Optional.of(tried);
          } catch (Abandoned _) {
            finished.accept(engine);
            return Optional.of(new Tried(Optional.empty()));
          } catch (Deviation deviation) {
            return switch (deviation.why()) {
              case UNUSUAL -> Optional.<Tried>empty();
              case WIDE -> throw deviation;
            };
          } catch (ArithmeticException | IndexOutOfBoundsException | StackOverflowError _) {
            return Optional.empty();
          }
        });
  }
}
