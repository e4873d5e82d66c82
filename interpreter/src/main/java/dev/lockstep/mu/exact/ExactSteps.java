package dev.lockstep.mu.exact;

import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.Faults;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.Arithmetic;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Stopped;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The steps of the exact engine on variables, conditions, loops and calls: each counted, checked
/// and, where somebody watches, told as the interpreter tells it.
///
/// Methods take the step of the instruction at `site`. The compiled code has evaluated the
/// operands, and binds variables itself after the step; `frame` are the memory cells of its
/// variables, and such a method answers what they are then.
final class ExactSteps {
  private ExactSteps() {}

  static long bind(MuValue old, MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = run.rebind(old, value);
    if (run.watched()) {
      MuInstruction.Bind it = (MuInstruction.Bind) run.at(site);
      run.tell(site, new MuDelta.Bind(it.variable(), value, it.next()));
    }
    run.check();
    return frame + change;
  }

  static boolean branch(MuValue condition, int site, ExactRun run) {
    boolean taken = ExactOperators.isTrue(condition);
    run.spend(site);
    if (run.watched()) {
      MuInstruction.Branch it = (MuInstruction.Branch) run.at(site);
      run.tell(site, new MuDelta.Branch(taken, taken ? it.then() : it.otherwise()));
    }
    run.check();
    return taken;
  }

  static void print(MuValue value, int site, ExactRun run) {
    String text = run.heap.shown(value);
    run.spend(site);
    if (run.watched()) {
      run.tell(site, new MuDelta.Print(text, ((MuInstruction.Print) run.at(site)).next()));
    } else {
      run.print(text);
    }
    run.check();
  }

  static void held(MuValue condition, int site, ExactRun run) {
    MuInstruction instruction = run.at(site);
    if (!ExactOperators.isTrue(condition)) {
      throw failed(instruction);
    }
    run.spend(site);
    if (run.watched()) {
      run.tell(site, new MuDelta.Held(Flow.next(instruction)));
    }
    run.check();
  }

  private static Stopped failed(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Assert it -> Faults.failed("assert", it.written());
      case MuInstruction.Require it -> Faults.failed("requires", it.written());
      case MuInstruction.Check it -> Faults.failed(it.contract().word(), it.written());
      default -> throw new IllegalArgumentException("no condition: " + instruction);
    };
  }

  // Loops

  static void startRange(MuValue from, MuValue to, int site, ExactRun run) {
    run.spend(site);
    if (run.watched()) {
      MuInstruction.StartRange it = (MuInstruction.StartRange) run.at(site);
      BigInteger first = Arithmetic.asInt(from);
      run.tell(site, new MuDelta.StartRange(it.variable(), first, Arithmetic.asInt(to), it.next()));
    }
    run.check();
  }

  /// Whether a `for` over ints has a next turn.
  static boolean turns(MuValue upcoming, MuValue to) {
    return Arithmetic.asInt(upcoming).compareTo(Arithmetic.asInt(to)) < 0;
  }

  static MuValue after(MuValue upcoming) {
    return new MuValue.IntValue(Arithmetic.asInt(upcoming).add(BigInteger.ONE));
  }

  /// The length of the list, map or set.
  static int startWalk(MuValue over, int site, ExactRun run) {
    int length = run.heap.length(over);
    run.spend(site);
    if (run.watched()) {
      MuInstruction.StartWalk it = (MuInstruction.StartWalk) run.at(site);
      run.tell(site, new MuDelta.StartWalk(it.variable(), Heap.id(over), length, it.next()));
    }
    run.check();
    return length;
  }

  /// Whether a `for` over a list, map or set has a next element, which then is `given`.
  static boolean walks(MuValue over, int upcoming, int length, int site, ExactRun run) {
    int size = run.heap.length(over);
    if (size != length) {
      throw Faults.lengthChanged(
          over instanceof MuValue.ListRef, length, size, run.at(site).span());
    }
    if (upcoming >= length) {
      return false;
    }
    run.given =
        over instanceof MuValue.TableRef(int id)
            ? run.heap.table(id).key(upcoming)
            : run.heap.list(over).get(upcoming);
    return true;
  }

  static long turn(MuValue old, MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = run.rebind(old, value);
    if (run.watched()) {
      MuInstruction.Turn it = (MuInstruction.Turn) run.at(site);
      run.tell(site, new MuDelta.Turn(it.variable(), value, it.body()));
    }
    run.check();
    return frame + change;
  }

  static long endLoop(MuValue old, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = gone(old, run);
    if (run.watched()) {
      MuInstruction.Turn it = (MuInstruction.Turn) run.at(site);
      run.tell(site, new MuDelta.EndLoop(it.variable(), it.next()));
    }
    run.check();
    return frame + change;
  }

  /// The `break` of a `for`.
  static long leaveLoop(MuValue old, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = gone(old, run);
    if (run.watched()) {
      MuInstruction.Break it = (MuInstruction.Break) run.at(site);
      run.tell(site, new MuDelta.Break(it.variable(), it.next()));
    }
    run.check();
    return frame + change;
  }

  private static long gone(MuValue old, ExactRun run) {
    long change = old == null ? 0 : -old.cells();
    run.use(change);
    return change;
  }

  // Calls

  static void enter(MuValue[] arguments, int site, ExactRun run) {
    run.spend(site);
    run.use(cells(arguments));
    run.down(site);
    if (run.watched()) {
      run.tell(site, entered((MuInstruction.Call) run.at(site), arguments, run.code));
    }
    run.check();
  }

  private static MuDelta entered(MuInstruction.Call it, MuValue[] arguments, MuCode code) {
    SequencedMap<String, MuValue> named = new LinkedHashMap<>();
    var parameters = code.parameters(it.function());
    for (int i = 0; i < arguments.length; i++) {
      named.put(parameters.get(i).name(), arguments[i]);
    }
    return new MuDelta.Enter(
        it.function(), named, code.entry(it.function()), it.next(), it.variable());
  }

  /// The cells of a call's parameters.
  static long cells(MuValue[] arguments) {
    long cells = 0;
    for (MuValue argument : arguments) {
      cells += argument.cells();
    }
    return cells;
  }

  /// The end of a call that has variables of `frame` cells; the caller checks the budget once it
  /// has bound the result. `value` is null where the function gives none.
  static void leave(MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    int next = run.up();
    if (next != MuDelta.END) {
      run.use(-frame);
    }
    if (run.watched()) {
      run.tell(site, new MuDelta.Return(Optional.ofNullable(value), next));
    }
  }

  static long returned(MuValue old, MuValue value, long frame, ExactRun run) {
    long change = run.rebind(old, value);
    run.check();
    return frame + change;
  }

  static void dropped(ExactRun run) {
    run.check();
  }
}
