package dev.lockstep.examples.demo;

import dev.lockstep.examples.demo.AdditionFigures.Cell;
import dev.lockstep.examples.demo.AdditionFigures.Result;
import dev.lockstep.examples.demo.Contestant.Trained;
import dev.lockstep.grammar.Source;
import dev.lockstep.learn.Progress;
import dev.lockstep.learn.ScratchpadFigures;
import dev.lockstep.learn.ScratchpadPlan;
import dev.lockstep.learn.ScratchpadPlan.Mode;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.Spelt;
import dev.lockstep.notation.Spelt.Content;
import dev.lockstep.verify.Proportion;
import dev.lockstep.verify.TokenVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Part two: a scratchpad network learns long addition in Mu from sums of at most ten digits, and
/// every token of its traces is held against the interpreter's at a hundred and a thousand digits;
/// beside it three controls with the same inputs, coordinates and CPU time.
final class AdditionStory {
  private static final int TRAINED = 10; // digits
  private static final int STEPS = 1500;
  private static final List<Integer> DIGITS = List.of(10, 100, 1000);
  private static final int RUNS = 16; // of each length and kind
  private static final int ALONE = 4; // runs that the network writes alone, of each kind
  private static final Budget BUDGET = Budget.ofSteps(1_000_000);

  private final Narrator narrator;
  private final long seed;
  private final Source source;
  private final ProgramHash program;

  AdditionStory(Narrator narrator, Source source, long seed) {
    this.narrator = narrator;
    this.seed = seed;
    this.source = source;
    MuLanguage mu = new MuLanguage();
    this.program = ProgramHash.of(mu, mu.parse(source));
  }

  /// @param compared whether the controls are trained as well
  AdditionFigures tell(boolean compared) {
    narrator.heading("2 · " + source.name() + ": a scratchpad network executes a Mu program");
    Spelt<MuConfiguration, MuDelta> spelt = spelt(Content.TRACE);
    List<String> supplied = spelt.notation().supplied();
    narrator.say("The network says every token of the trace. The Java code around it supplies:");
    narrator.list(supplied);
    narrator.say("");
    narrator.figure("program", "%s, sha256 %s", source.name(), program.hex().substring(0, 16));
    narrator.figure("seed", "%d", seed);
    Contestant<MuConfiguration, MuDelta> executor = contestant(Content.TRACE, Mode.INDUCTIVE);
    try (Trained<MuConfiguration, MuDelta> trained = executor.train(this::progress)) {
      describe(trained.figures(), trained.seconds());
      Cell first = cell(executor.content(), trained, true);
      Proportion alone = alone(trained);
      List<Cell> cells = new ArrayList<>(List.of(first));
      Optional<AdditionFigures.Parted> parted =
          compared ? controls(trained.seconds(), cells).found() : Optional.empty();
      return new AdditionFigures(TRAINED, cells, alone, supplied, parted);
    }
  }

  private Spelt<MuConfiguration, MuDelta> spelt(Content content) {
    return Spelt.mu(new MuLanguage(), source, content).withInputs(DigitInputs::training);
  }

  private Contestant<MuConfiguration, MuDelta> contestant(Content content, Mode mode) {
    ScratchpadPlan plan =
        mode == Mode.INDUCTIVE
            ? ScratchpadPlan.DEFAULT.withSteps(STEPS)
            : ScratchpadPlan.FULL.withMode(mode);
    return new Contestant<>(
        spelt(content), content, plan.withSeed(seed).withInputs(plan.inputs(), TRAINED), program);
  }

  private void progress(Progress.Report report) {
    narrator.progress(
        "step %,d of %,d  loss %.4f  tokens never seen %.2f %%",
        report.step(), report.steps(), report.loss(), 100 * report.unseen().rate());
  }

  private void describe(ScratchpadFigures learned, double seconds) {
    narrator.figure(
        "traces",
        "%,d runs of at most %d digits, %,d tokens, %,d different visible sets",
        learned.heard().runs(),
        TRAINED,
        learned.heard().tokens(),
        learned.heard().examples());
    narrator.figure(
        "from traces alone",
        "whole traces of fresh inputs %s",
        proportion(learned.fromTraces().whole()).describe());
    narrator.figure(
        "after counterexamples",
        "%s, %d runs were added",
        proportion(learned.afterCounterexamples().whole()).describe(),
        learned.counterexamples());
    narrator.figure(
        "training",
        "%,d optimizer steps in %.1f CPU seconds",
        learned.afterCounterexamples().steps(),
        seconds);
  }

  static Proportion proportion(ScratchpadFigures.Tokens tokens) {
    return new Proportion(tokens.right(), tokens.total());
  }

  private Cell cell(Content content, Trained<MuConfiguration, MuDelta> trained, boolean tell) {
    List<Result> results = new ArrayList<>();
    if (tell) {
      narrator.say("");
      narrator.say("Every token of the trace held against the interpreter's:");
    }
    for (int digits : DIGITS) {
      results.add(
          result(trained, digits, "random", DigitInputs.random(seed + digits, digits, RUNS)));
      results.add(
          result(
              trained,
              digits,
              "longest carry",
              DigitInputs.longestCarry(seed + digits, digits, RUNS)));
      if (tell) {
        results.subList(results.size() - 2, results.size()).forEach(this::describe);
      }
    }
    return new Cell(
        content,
        trained.plan().mode(),
        trained.plan().learningRate(),
        trained.seconds(),
        trained.figures(),
        results);
  }

  private void describe(Result result) {
    narrator.figure(
        result.digits() + " digits, " + result.kind(),
        "%s exact, %,d tokens agreed%s",
        result.exact().describe(),
        result.tokens(),
        result.first().map(verdict -> "; " + verdict.describe()).orElse(""));
  }

  private static Result result(
      Trained<MuConfiguration, MuDelta> trained, int digits, String kind, List<Value> inputs) {
    Machine<MuConfiguration, MuDelta> machine = trained.spelt().machine();
    List<TokenVerdict> verdicts =
        trained.learner().examine(inputs.stream().map(machine::start).toList(), BUDGET);
    return new Result(
        digits,
        kind,
        new Proportion(verdicts.stream().filter(TokenVerdict::exact).count(), verdicts.size()),
        verdicts.stream().mapToLong(TokenVerdict::tokens).sum(),
        verdicts.stream().filter(verdict -> !verdict.exact()).findFirst());
  }

  /// Runs that the network writes from its own tokens alone, at the greatest length.
  private Proportion alone(Trained<MuConfiguration, MuDelta> trained) {
    int digits = DIGITS.getLast();
    Machine<MuConfiguration, MuDelta> machine = trained.spelt().machine();
    List<Value> inputs = new ArrayList<>(DigitInputs.random(seed + 1, digits, ALONE));
    inputs.addAll(DigitInputs.longestCarry(seed + 1, digits, ALONE));
    List<Answer> answers = inputs.stream().map(_ -> new Answer()).toList();
    narrator.progress("writing %d sums of %,d digits alone", inputs.size(), digits);
    trained
        .learner()
        .executor()
        .runAll(inputs.stream().map(machine::start).toList(), BUDGET, answers);
    long right = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Optional<Value> said = answers.get(i).last.flatMap(machine::output);
      right += said.equals(Optional.of(DigitInputs.sum(inputs.get(i)))) ? 1 : 0;
    }
    Proportion proportion = new Proportion(right, inputs.size());
    narrator.figure(
        "written alone", "%s sums of %,d digits equal Java's own", proportion.describe(), digits);
    return proportion;
  }

  private static final class Answer implements RunSink<MuConfiguration, MuDelta> {
    private Optional<MuConfiguration> last = Optional.empty();

    @Override
    public boolean step(MuDelta delta, Note note, MuConfiguration after) {
      return true;
    }

    @Override
    public void end(Ending ending, MuConfiguration configuration) {
      last = Optional.of(configuration);
    }
  }

  /// Trains the other three cells side by side for the same CPU time each, and adds them.
  private Parting controls(double seconds, List<Cell> cells) {
    narrator.say("");
    narrator.say(
        "Controls: the same inputs and coordinates, %.1f CPU seconds each, the best of %s as rate:"
            .formatted(seconds, Contestant.RATES));
    List<Contestant<MuConfiguration, MuDelta>> others =
        List.of(
            contestant(Content.ANSWER, Mode.INDUCTIVE),
            contestant(Content.TRACE, Mode.ABSOLUTE),
            contestant(Content.ANSWER, Mode.ABSOLUTE));
    Parting parting = new Parting();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Trained<MuConfiguration, MuDelta>>> training =
          others.stream()
              .map(other -> pool.submit(() -> other.tuned(seconds, Progress.silent())))
              .toList();
      for (int i = 0; i < others.size(); i++) {
        try (Trained<MuConfiguration, MuDelta> trained = training.get(i).get()) {
          Cell cell = cell(others.get(i).content(), trained, false);
          cells.add(cell);
          say(cell);
          parting.look(seed, trained, cell);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while training", e);
        } catch (ExecutionException e) {
          throw new IllegalStateException("a control could not be trained", e.getCause());
        }
      }
    }
    say(cells.getFirst());
    return parting;
  }

  private void say(Cell cell) {
    StringBuilder rates = new StringBuilder();
    for (Result result : cell.results()) {
      rates.append(
          " %s%d/%d"
              .formatted(
                  result.kind().equals("random") ? result.digits() + ": " : "",
                  result.exact().right(),
                  result.exact().total()));
    }
    narrator.figure(
        cell.supervision() + ", " + (cell.mode() == Mode.INDUCTIVE ? "window" : "absolute"),
        "%s   (%,d steps, %.1f cpu-s, rate %s)",
        rates.toString().strip(),
        cell.learned().afterCounterexamples().steps(),
        cell.seconds(),
        cell.learningRate());
  }
}
