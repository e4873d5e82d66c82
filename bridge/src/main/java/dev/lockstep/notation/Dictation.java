package dev.lockstep.notation;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A true run read out token by token, with the script that follows it: examples are made of it,
/// and networks are compared with it. Constant memory, whatever the length of the run.
///
/// Ends after the token that ends the run, or where the budget is spent.
public final class Dictation<C, D> {
  private final Machine<C, D> machine;
  private final Notation<C, D> notation;
  private final Script<C, D> script;
  private final Budget budget;
  private final Deque<Integer> ahead = new ArrayDeque<>();
  private C now;
  private long steps;
  private long tokens;
  private boolean over;
  private boolean cut;

  /// @param machine the symbolic machine, asked for its steps
  public Dictation(Machine<C, D> machine, Notation<C, D> notation, C start, Budget budget) {
    this.machine = machine;
    this.notation = notation;
    this.budget = budget;
    this.script = notation.begin(start);
    this.now = start;
    fill();
  }

  /// Whether there is a next token.
  public boolean more() {
    return !ahead.isEmpty();
  }

  /// The true next token. Throws `NoSuchElementException` where there is none.
  public int token() {
    return ahead.getFirst();
  }

  /// The script, in which everything before the next token is written.
  public Script<C, D> script() {
    return script;
  }

  /// Writes the true next token into the script. Throws `IllegalStateException` where the script
  /// does not understand it: a fault of the notation.
  public void advance() {
    String place = script.place();
    int token = ahead.removeFirst();
    if (script.accept(token) instanceof Script.Heard.Garbled<D>(String why)) {
      throw new IllegalStateException(
          "the notation does not understand its own `"
              + notation.vocabulary().word(token)
              + "` at "
              + place
              + ": "
              + why);
    }
    tokens++;
    fill();
  }

  /// Whole steps that all tokens so far belong to, the step of the next token not counted.
  public long steps() {
    return ahead.isEmpty() || over ? steps : steps - 1;
  }

  /// Tokens written so far.
  public long tokens() {
    return tokens;
  }

  /// Whether the budget ended the run. To be asked when there is no next token.
  public boolean cut() {
    return cut;
  }

  /// Where the true run is: at the configuration behind the step that the next token belongs to.
  public C configuration() {
    return now;
  }

  /// Takes steps until one says something.
  private void fill() {
    while (ahead.isEmpty() && !over) {
      Taken taken = new Taken();
      Budget rest = new Budget(budget.steps() - steps, budget.cells(), budget.depth());
      new Interpreter<>(machine).run(now, rest, taken);
      if (taken.next.isEmpty()) {
        over = true;
        cut = true;
        return;
      }
      Next<D> next = taken.next.get();
      ahead.addAll(notation.spell(now, next, taken.note));
      if (next instanceof Next.Do<D>(D delta, _)) {
        now = machine.apply(now, delta);
        steps++;
      } else {
        over = true;
      }
    }
  }

  /// The first thing that happens in a run; empty where the budget ends it.
  private final class Taken implements RunSink<C, D> {
    private Optional<Next<D>> next = Optional.empty();
    private Note note = Note.NONE;

    @Override
    public boolean step(D delta, Note read, C after) {
      next = Optional.of(new Next.Do<>(delta, read));
      note = read;
      return false;
    }

    @Override
    public void end(Ending ending, C last) {
      next =
          switch (ending) {
            case Ending.Halted() -> Optional.of(new Next.Halt<>());
            case Ending.Failed(var fault) -> Optional.of(new Next.Fail<>(fault));
            case Ending.Garbled(String why) ->
                throw new IllegalArgumentException("no true run: " + why);
            case Ending.BudgetSpent _ -> Optional.empty();
          };
    }
  }
}
