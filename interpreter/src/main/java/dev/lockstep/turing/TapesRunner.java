package dev.lockstep.turing;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import java.util.function.Predicate;

/// The same runs as those of a machine of several tapes, faster: numbers in arrays, and for two
/// tapes one tight loop.
final class TapesRunner implements TuringEngine {
  private static final int GOING = 0;
  private static final int STOPPED = 1;
  private static final int AHEAD = 4096;

  private final RuleTable table;
  private final int blank;
  private final int tapes;
  private final boolean[] halts;
  private final long[] weights; // by tape: symbols to the power of its number
  private final int[][] writes; // by tape and number of the rule, as are the moves
  private final int[][] moves;
  private final int[] nexts; // by number of the rule
  private final Act[] acts;

  /// Throws `IllegalArgumentException` where the checker finds the program wrong.
  TapesRunner(TuringProgram program) {
    table = new RuleTable(program);
    blank = program.blank();
    tapes = program.tapes();
    halts = new boolean[table.states().size()];
    for (int state = 0; state < halts.length; state++) {
      halts[state] = table.halts(state);
    }
    weights = new long[tapes];
    weights[0] = 1;
    for (int i = 1; i < tapes; i++) {
      weights[i] = weights[i - 1] * table.symbols().size();
    }
    writes = new int[tapes][table.rules()];
    moves = new int[tapes][table.rules()];
    nexts = new int[table.rules()];
    acts = new Act[table.rules()];
    for (int number = 0; number < nexts.length; number++) {
      enter(number, table.rule(number));
    }
  }

  private void enter(int number, Rule rule) {
    for (int i = 0; i < tapes; i++) {
      Rule.Action action = rule.actions().get(i);
      writes[i][number] = table.symbol(action.write());
      moves[i][number] = action.move().offset();
    }
    nexts[number] = table.state(rule.to().name());
    acts[number] = TuringMachine.act(rule);
  }

  /// A machine prints nothing.
  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    Run run = new Run(input, budget);
    Ending ending = run.go(run::steps);
    return Optional.of(run.finish(ending));
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<Act> sink) {
    Run run = new Run(input, budget);
    Ending ending = run.go(most -> run.steps(most, sink));
    return run.abandoned ? Optional.empty() : Optional.of(run.finish(ending));
  }

  @Override
  public Result result(Value input, Budget budget) {
    Run run = new Run(input, budget);
    Ending ending = run.go(run::steps);
    return new Result(ending, run.last(), run.steps);
  }

  /// One run.
  private final class Run {
    private final Budget budget;
    private final Band[] bands;
    private int state = table.start();
    private int last = RuleTable.NONE; // the rule of the last step
    private long steps;
    private boolean abandoned; // by the sink

    Run(Value input, Budget budget) {
      this.budget = budget;
      List<TapeInput> given = TapeInput.of(input, table);
      bands = new Band[tapes];
      Arrays.setAll(bands, i -> new Band(given.get(i), table));
    }

    /// `advance` takes steps up to a number of them in all.
    Ending go(LongToIntFunction advance) {
      if (budget.depth() < 1) {
        return new Ending.BudgetSpent(Budget.Limit.DEPTH);
      }
      do {
        if (full()) {
          return new Ending.BudgetSpent(Budget.Limit.CELLS);
        }
      } while (advance.applyAsInt(budget.steps()) == GOING);
      if (halts[state]) {
        return new Ending.Halted();
      }
      return table.number(state, seen()) == RuleTable.NONE
          ? new Ending.Failed(TuringMachine.noRule(table.states().get(state), symbols()))
          : new Ending.BudgetSpent(Budget.Limit.STEPS);
    }

    private long seen() {
      long seen = 0;
      for (int i = 0; i < tapes; i++) {
        seen += bands[i].cells[bands[i].head] * weights[i];
      }
      return seen;
    }

    /// What the heads see, as code points.
    private List<Integer> symbols() {
      return Arrays.stream(last().tapes().toArray(Tape[]::new)).map(Tape::symbol).toList();
    }

    /// Steps until the run stops, or until a head has left what was used of its tape.
    private int steps(long most) {
      if (table.dense().length > 0) {
        return tapes == 2 ? twoBands(most) : denseSteps(most);
      }
      while (!halts[state]) {
        int rule = table.number(state, seen());
        if (rule == RuleTable.NONE || steps == most) {
          return STOPPED;
        }
        take(rule);
        if (isOut()) {
          return widen();
        }
      }
      return STOPPED;
    }

    private int denseSteps(long most) {
      int[] numbers = table.dense();
      int sights = (int) table.sights();
      boolean out = false;
      while (!out && !halts[state] && steps != most) {
        int rule = numbers[state * sights + (int) seen()];
        if (rule == RuleTable.NONE) {
          break;
        }
        take(rule);
        out = isOut();
      }
      return out ? widen() : STOPPED;
    }

    /// The same for two tapes, with everything that a step needs in a local variable.
    private int twoBands(long most) {
      int[] numbers = table.dense();
      int symbols = table.symbols().size();
      int sights = symbols * symbols;
      Band first = bands[0];
      Band second = bands[1];
      int[] ones = first.cells;
      int[] twos = second.cells;
      int[] writeOnes = writes[0];
      int[] writeTwos = writes[1];
      int[] moveOnes = moves[0];
      int[] moveTwos = moves[1];
      int lowOne = first.low;
      int highOne = first.high;
      int lowTwo = second.low;
      int highTwo = second.high;
      int one = first.head;
      int two = second.head;
      int now = state;
      int taken = last;
      long count = steps;
      while (one >= lowOne
          && one <= highOne
          && two >= lowTwo
          && two <= highTwo
          && !halts[now]
          && count != most) {
        int rule = numbers[now * sights + ones[one] + symbols * twos[two]];
        if (rule == RuleTable.NONE) {
          break;
        }
        ones[one] = writeOnes[rule];
        twos[two] = writeTwos[rule];
        one += moveOnes[rule];
        two += moveTwos[rule];
        now = nexts[rule];
        taken = rule;
        count++;
      }
      first.head = one;
      second.head = two;
      state = now;
      last = taken;
      steps = count;
      return isOut() ? widen() : STOPPED;
    }

    /// The same with every step into `sink`.
    private int steps(long most, StepSink<Act> sink) {
      while (!halts[state]) {
        int rule = table.number(state, seen());
        if (rule == RuleTable.NONE || steps == most) {
          return STOPPED;
        }
        Note note = TuringMachine.note(table.rule(rule), heads());
        take(rule);
        if (!sink.step(acts[rule], note)) {
          abandoned = true;
          return STOPPED;
        }
        if (isOut()) {
          return widen();
        }
      }
      return STOPPED;
    }

    private long[] heads() {
      long[] heads = new long[tapes];
      for (int i = 0; i < tapes; i++) {
        heads[i] = bands[i].position();
      }
      return heads;
    }

    private void take(int rule) {
      for (int i = 0; i < tapes; i++) {
        Band band = bands[i];
        band.cells[band.head] = writes[i][rule];
        band.head += moves[i][rule];
      }
      state = nexts[rule];
      last = rule;
      steps++;
    }

    private boolean isOut() {
      boolean out = false;
      for (Band band : bands) {
        out |= band.isOut();
      }
      return out;
    }

    private int widen() {
      for (Band band : bands) {
        if (band.isOut()) {
          band.widen();
          band.reach(Math.clamp(budget.cells() - used(), 0, AHEAD));
        }
      }
      return GOING;
    }

    /// Whether the run uses more cells than it may.
    private boolean full() {
      if (used() > budget.cells()) {
        for (Band band : bands) {
          band.trim();
        }
      }
      return used() > budget.cells();
    }

    private long used() {
      return Arrays.stream(bands).mapToLong(Band::length).sum();
    }

    Finish finish(Ending ending) {
      Optional<Span> reached =
          last == RuleTable.NONE ? Optional.empty() : table.rule(last).place().span();
      Optional<Value> output =
          halts[state] ? Optional.of(Value.of(last().tapes().getLast().text())) : Optional.empty();
      return new Finish(ending, steps, reached, output);
    }

    TuringConfiguration last() {
      Tape[] all = new Tape[tapes];
      Arrays.setAll(all, i -> bands[i].tape(table.symbols(), blank));
      return new TuringConfiguration(table.states().get(state), List.of(all));
    }
  }
}
