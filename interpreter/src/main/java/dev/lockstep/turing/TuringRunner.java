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

/// The same runs as those of a machine of one tape, faster: numbers in arrays, one tight loop.
public final class TuringRunner implements TuringEngine {
  private static final int GOING = 0;
  private static final int STOPPED = 1;

  private final RuleTable table;
  private final int blank;
  private final boolean[] halts;
  private final int[] writes; // by number of the rule, as are the next two
  private final int[] moves;
  private final int[] nexts;
  private final Act[] acts;

  /// Throws `IllegalArgumentException` where the checker finds the program wrong, or it has several
  /// tapes.
  public TuringRunner(TuringProgram program) {
    if (program.tapes() != 1) {
      throw new IllegalArgumentException("a machine of " + program.tapes() + " tapes");
    }
    table = new RuleTable(program);
    blank = program.blank();
    halts = new boolean[table.states().size()];
    for (int state = 0; state < halts.length; state++) {
      halts[state] = table.halts(state);
    }
    writes = new int[table.rules()];
    moves = new int[table.rules()];
    nexts = new int[table.rules()];
    acts = new Act[table.rules()];
    for (int i = 0; i < writes.length; i++) {
      Rule rule = table.rule(i);
      writes[i] = table.symbol(rule.write());
      moves[i] = rule.move().offset();
      nexts[i] = table.state(rule.to().name());
      acts[i] = TuringMachine.act(rule);
    }
  }

  /// A machine prints nothing.
  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    Run run = new Run(TapeInput.of(input, table).getFirst(), budget);
    Ending ending = run.go(run::steps);
    return Optional.of(run.finish(ending));
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<Act> sink) {
    Run run = new Run(TapeInput.of(input, table).getFirst(), budget);
    Ending ending = run.go(most -> run.steps(most, sink));
    return run.abandoned ? Optional.empty() : Optional.of(run.finish(ending));
  }

  @Override
  public Result result(Value input, Budget budget) {
    Run run = new Run(TapeInput.of(input, table).getFirst(), budget);
    Ending ending = run.go(run::steps);
    return new Result(ending, run.last(), run.steps);
  }

  /// One run. The tape holds symbol numbers; index `origin` is coordinate 0.
  private final class Run {
    private final Budget budget;
    private int[] tape;
    private int origin;
    private int head;
    private int low; // between low and high stand the head and all that is not blank
    private int high;
    private int state = table.start();
    private int last = RuleTable.NONE; // the rule of the last step
    private long steps;
    private boolean abandoned; // by the sink

    Run(TapeInput input, Budget budget) {
      this.budget = budget;
      int[] symbols = input.symbols();
      tape = new int[symbols.length + 64];
      origin = 32;
      for (int i = 0; i < symbols.length; i++) {
        tape[origin + i] = table.symbol(symbols[i]);
      }
      head = origin + input.head();
      low = origin;
      high = origin + Math.max(input.head(), symbols.length - 1);
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
      return table.number(state, tape[head]) == RuleTable.NONE
          ? new Ending.Failed(
              TuringMachine.noRule(
                  table.states().get(state), List.of(table.symbols().get(tape[head]))))
          : new Ending.BudgetSpent(Budget.Limit.STEPS);
    }

    /// Steps until the run stops, or until the head has left what was used of the tape.
    private int steps(long most) {
      if (table.dense().length > 0) {
        return denseSteps(most);
      }
      while (!halts[state]) {
        int rule = table.number(state, tape[head]);
        if (rule == RuleTable.NONE || steps == most) {
          return STOPPED;
        }
        take(rule);
        if (head < low || head > high) {
          return widen();
        }
      }
      return STOPPED;
    }

    /// The same with everything that a step needs in a local variable.
    private int denseSteps(long most) {
      int[] numbers = table.dense();
      int symbols = table.symbols().size();
      int[] cells = tape;
      int at = head;
      int now = state;
      int taken = last;
      long count = steps;
      while (at >= low && at <= high && !halts[now] && count != most) {
        int rule = numbers[now * symbols + cells[at]];
        if (rule == RuleTable.NONE) {
          break;
        }
        cells[at] = writes[rule];
        at += moves[rule];
        now = nexts[rule];
        taken = rule;
        count++;
      }
      head = at;
      state = now;
      last = taken;
      steps = count;
      return at < low || at > high ? widen() : STOPPED;
    }

    /// The same with every step into `sink`.
    private int steps(long most, StepSink<Act> sink) {
      while (!halts[state]) {
        int rule = table.number(state, tape[head]);
        if (rule == RuleTable.NONE || steps == most) {
          return STOPPED;
        }
        Note note = TuringMachine.note(table.rule(rule), (long) head - origin);
        take(rule);
        if (!sink.step(acts[rule], note)) {
          abandoned = true;
          return STOPPED;
        }
        if (head < low || head > high) {
          return widen();
        }
      }
      return STOPPED;
    }

    private void take(int rule) {
      tape[head] = writes[rule];
      head += moves[rule];
      state = nexts[rule];
      last = rule;
      steps++;
    }

    private int widen() {
      low = Math.min(low, head);
      high = Math.max(high, head);
      if (head == 0 || head == tape.length - 1) {
        int room = tape.length / 2;
        int[] wider = new int[tape.length + 2 * room];
        System.arraycopy(tape, 0, wider, room, tape.length);
        tape = wider;
        origin += room;
        head += room;
        low += room;
        high += room;
      }
      return GOING;
    }

    /// Whether the run uses more cells than it may.
    private boolean full() {
      if (high - low >= budget.cells()) {
        trim();
      }
      return high - low >= budget.cells();
    }

    private void trim() {
      while (low < head && tape[low] == 0) {
        low++;
      }
      while (high > head && tape[high] == 0) {
        high--;
      }
    }

    Finish finish(Ending ending) {
      Optional<Span> reached =
          last == RuleTable.NONE ? Optional.empty() : table.rule(last).place().span();
      Optional<Value> output =
          halts[state] ? Optional.of(Value.of(last().tape().text())) : Optional.empty();
      return new Finish(ending, steps, reached, output);
    }

    TuringConfiguration last() {
      trim();
      int[] symbols = Arrays.copyOfRange(tape, low, high + 1);
      Arrays.setAll(symbols, i -> table.symbols().get(symbols[i]));
      return new TuringConfiguration(
          table.states().get(state),
          Tape.of(blank, symbols, (long) low - origin, (long) head - origin));
    }
  }
}
