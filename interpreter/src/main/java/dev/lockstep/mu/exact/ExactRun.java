package dev.lockstep.mu.exact;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.StepSink;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.engine.Abandoned;
import dev.lockstep.mu.machine.CallStack;
import dev.lockstep.mu.machine.Faults;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The state of one run of the exact engine outside the JVM's own stack: what is spent, the calls
/// under way, the heap, and who watches. `ExactSteps`, `ExactTables` and `ExactOperands` are what
/// the compiled code calls.
final class ExactRun {
  final ExactCode compiled;
  final MuCode code;
  final MutableHeap heap;
  final Reads reads;
  private final MuInstruction[] instructions;
  private final List<Optional<Span>> spans;
  private final List<List<String>> checks;
  private final Budget budget;
  private final Optional<StepSink<MuDelta>> sink;
  private final Predicate<String> printed;

  private int[] callers = new int[16]; // the sites of the calls under way, by depth
  private int depth = 1;
  private long cells;
  private long steps;
  private int last = -1;

  /// What the last step gave besides its change of the frame's cells.
  MuValue given = new MuValue.NoneValue();

  /// Where the last element was read, as the program would write it.
  String place = "";

  /// Watched by `sink`, or else with its lines going to `printed`.
  ExactRun(
      ExactCode compiled,
      MuConfiguration start,
      Budget budget,
      Optional<StepSink<MuDelta>> sink,
      Predicate<String> printed) {
    this.compiled = compiled;
    this.code = compiled.code();
    this.instructions = code.instructions().toArray(MuInstruction[]::new);
    this.spans = code.instructions().stream().map(it -> span(code, it)).toList();
    this.checks = code.instructions().stream().map(Faults::checks).toList();
    this.budget = budget;
    this.sink = sink;
    this.printed = printed;
    this.reads = new Reads(sink.isPresent());
    this.cells = start.cells();
    this.heap = new MutableHeap(start);
  }

  /// The library's instructions stand in no file of the program.
  private static Optional<Span> span(MuCode code, MuInstruction instruction) {
    return code.inLibrary(instruction.origin().function())
        ? Optional.empty()
        : Optional.of(instruction.span());
  }

  /// The run is over before the program is.
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Ending ending;

    Ended(Ending ending) {
      super(null, null, false, false); // no stack trace: nobody sees it
      this.ending = ending;
    }

    Ending ending() {
      return ending;
    }
  }

  long steps() {
    return steps;
  }

  Optional<Span> reached() {
    return last < 0 ? Optional.empty() : spans.get(last);
  }

  MuInstruction at(int site) {
    return instructions[site];
  }

  boolean watched() {
    return sink.isPresent();
  }

  /// Begins a step: what it evaluates is evaluated, and nothing is changed yet.
  void spend(int site) {
    if (steps == budget.steps()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.STEPS));
    }
    steps++;
    last = site;
  }

  /// Tells the step to who watches.
  void tell(int site, MuDelta delta) {
    if (!sink.orElseThrow()
        .step(delta, new Note(spans.get(site), reads.take(), checks.get(site)))) {
      throw new Abandoned();
    }
  }

  void print(String text) {
    if (!printed.test(text)) {
      throw new Abandoned();
    }
  }

  /// Ends a step: the budget holds, or the run is over.
  void check() {
    if (depth > budget.depth()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.DEPTH));
    }
    if (cells > budget.cells()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.CELLS));
    }
  }

  /// Takes memory cells, or gives them back.
  void use(long change) {
    cells += change;
  }

  /// A variable gets another value; the change of its cells.
  long rebind(MuValue old, MuValue value) {
    long change = value.cells() - (old == null ? 0 : old.cells());
    cells += change;
    return change;
  }

  /// The call at `site` begins.
  void down(int site) {
    if (depth == callers.length) {
      callers = Arrays.copyOf(callers, 2 * depth);
    }
    callers[depth] = site;
    depth++;
  }

  /// A call is over; where its caller goes on, `END` where it has none.
  int up() {
    depth--;
    return depth == 0 ? MuDelta.END : call(depth).next();
  }

  private MuInstruction.Call call(int at) {
    return (MuInstruction.Call) instructions[callers[at]];
  }

  /// The fault with the calls under way.
  Fault under(Fault fault) {
    List<MuInstruction.Call> running = new ArrayList<>();
    for (int at = depth - 1; at > 0; at--) {
      running.add(call(at));
    }
    return CallStack.of(code, running).under(fault);
  }
}
