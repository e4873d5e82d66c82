package dev.lockstep.mu;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// The state of one run of the exact engine outside the JVM's own stack, and what its code calls:
/// each step counted, checked and, where somebody watches, told as the interpreter tells it.
///
/// Methods that take `site` take the step of the instruction there; the bytecode has evaluated the
/// operands, and binds variables itself after the step.
final class ExactRun {
  private static final MuValue.BoolValue TRUE = new MuValue.BoolValue(true);
  private static final MuValue.BoolValue FALSE = new MuValue.BoolValue(false);

  final MuCode code;
  private final MuInstruction[] instructions;
  private final List<Optional<Span>> spans;
  private final List<List<String>> checks;
  private final Budget budget;
  private final Optional<StepSink<MuDelta>> sink;
  private final Predicate<String> printed;
  private final Reads reads;

  private final List<ArrayList<MuValue>> heap = new ArrayList<>();
  private int[] callers = new int[16]; // the sites of the calls under way, by depth
  private int depth = 1;
  private long cells;
  private long steps;
  private int last = -1;

  /// What the last step gave besides its change of the frame's cells.
  MuValue given = FALSE;

  String place = "";

  /// Watched by `sink`, or else with its lines going to `printed`.
  ExactRun(
      MuCode code,
      MuConfiguration start,
      Budget budget,
      Optional<StepSink<MuDelta>> sink,
      Predicate<String> printed) {
    this.code = code;
    this.instructions = code.instructions().toArray(MuInstruction[]::new);
    this.spans = code.instructions().stream().map(it -> span(code, it)).toList();
    this.checks = code.instructions().stream().map(MuMachine::checks).toList();
    this.budget = budget;
    this.sink = sink;
    this.printed = printed;
    this.reads = new Reads(sink.isPresent());
    this.cells = start.cells();
    for (int id = 0; id < start.nextId(); id++) {
      heap.add(new ArrayList<>(start.heap().get(id)));
    }
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

  /// `value` with the contents of lists.
  Value copy(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef(int id) ->
          new Value.Items(heap.get(id).stream().map(this::copy).toList());
      case MuValue.Extended it -> throw new IllegalArgumentException("not compiled: " + it);
    };
  }

  // Operands

  static MuValue read(MuValue value, String name, ExactRun run) {
    run.reads.add(name, value);
    return value;
  }

  static MuValue length(MuValue list, String place, ExactRun run) {
    MuValue length = MuValue.of(run.list(list).size());
    if (run.reads.wanted()) {
      run.reads.add("len(" + place + ")", length);
    }
    return length;
  }

  /// The element, noted unless it is a list; then its place is in `place`.
  static MuValue element(MuValue list, String place, MuValue index, Span span, ExactRun run) {
    List<MuValue> elements = run.list(list);
    int position = position(elements, index, span);
    MuValue element = elements.get(position);
    if (run.reads.wanted()) {
      String at = run.reads.place(place, position);
      if (element instanceof MuValue.ListRef) {
        run.place = at;
      } else {
        run.reads.add(at, element);
      }
    }
    return element;
  }

  static MuValue same(
      MuValue left, String leftPlace, MuValue right, String rightPlace, ExactRun run) {
    return truth(run.same(left, right));
  }

  static MuValue truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  static boolean isTrue(MuValue value) {
    return ((MuValue.BoolValue) value).value();
  }

  private boolean same(MuValue left, MuValue right) {
    if (left instanceof MuValue.ListRef(int one) && right instanceof MuValue.ListRef(int two)) {
      List<MuValue> a = heap.get(one);
      List<MuValue> b = heap.get(two);
      if (one == two) {
        return true;
      }
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return left.equals(right);
  }

  private List<MuValue> list(MuValue list) {
    return heap.get(id(list));
  }

  private static int id(MuValue list) {
    return ((MuValue.ListRef) list).id();
  }

  private static int position(List<MuValue> list, MuValue index, Span span) {
    BigInteger number = Arithmetic.asInt(index);
    if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(list.size())) >= 0) {
      throw new Stopped("index " + number + " of a list of length " + list.size(), span);
    }
    return number.intValue();
  }

  // Steps

  static long bind(MuValue old, MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = run.rebind(old, value);
    if (run.watched()) {
      MuInstruction.Bind it = (MuInstruction.Bind) run.instructions[site];
      run.tell(site, new MuDelta.Bind(it.variable(), value, it.next()));
    }
    run.check();
    return frame + change;
  }

  static long newList(MuValue[] elements, MuValue old, long frame, int site, ExactRun run) {
    run.spend(site);
    ArrayList<MuValue> list = new ArrayList<>(Math.max(10, elements.length));
    for (MuValue element : elements) {
      list.add(element);
      run.cells += element.cells();
    }
    int id = run.heap.size();
    run.heap.add(list);
    run.given = new MuValue.ListRef(id);
    long change = run.rebind(old, run.given);
    if (run.watched()) {
      MuInstruction.NewList it = (MuInstruction.NewList) run.instructions[site];
      run.tell(site, new MuDelta.NewList(it.variable(), id, List.of(elements), it.next()));
    }
    run.check();
    return frame + change;
  }

  static void setElement(MuValue list, MuValue index, MuValue value, int site, ExactRun run) {
    List<MuValue> elements = run.list(list);
    MuInstruction.SetElement it = (MuInstruction.SetElement) run.instructions[site];
    int position = position(elements, index, it.span());
    run.spend(site);
    MuValue old = elements.set(position, value);
    run.cells += value.cells() - old.cells();
    if (run.watched()) {
      run.tell(site, new MuDelta.SetElement(id(list), position, value, it.next()));
    }
    run.check();
  }

  static void push(MuValue list, MuValue value, int site, ExactRun run) {
    run.spend(site);
    run.list(list).add(value);
    run.cells += value.cells();
    if (run.watched()) {
      int next = ((MuInstruction.Push) run.instructions[site]).next();
      run.tell(site, new MuDelta.Push(id(list), value, next));
    }
    run.check();
  }

  /// The element is in `given`; `old` is what the variable held that gets it.
  static long pop(MuValue list, MuValue old, long frame, int site, ExactRun run) {
    List<MuValue> elements = run.list(list);
    MuInstruction.Pop it = (MuInstruction.Pop) run.instructions[site];
    if (elements.isEmpty()) {
      throw new Stopped("pop from an empty list", it.span());
    }
    run.spend(site);
    run.given = elements.removeLast();
    run.cells -= run.given.cells();
    long change = it.variable().isPresent() ? run.rebind(old, run.given) : 0;
    if (run.watched()) {
      run.tell(site, new MuDelta.Pop(id(list), it.variable(), run.given, it.next()));
    }
    run.check();
    return frame + change;
  }

  static boolean branch(MuValue condition, int site, ExactRun run) {
    boolean taken = isTrue(condition);
    run.spend(site);
    if (run.watched()) {
      MuInstruction.Branch it = (MuInstruction.Branch) run.instructions[site];
      run.tell(site, new MuDelta.Branch(taken, taken ? it.then() : it.otherwise()));
    }
    run.check();
    return taken;
  }

  static void startRange(MuValue from, MuValue to, int site, ExactRun run) {
    run.spend(site);
    if (run.watched()) {
      MuInstruction.StartRange it = (MuInstruction.StartRange) run.instructions[site];
      run.tell(
          site,
          new MuDelta.StartRange(
              it.variable(), Arithmetic.asInt(from), Arithmetic.asInt(to), it.next()));
    }
    run.check();
  }

  /// The list's length.
  static int startWalk(MuValue list, int site, ExactRun run) {
    int length = run.list(list).size();
    run.spend(site);
    if (run.watched()) {
      MuInstruction.StartWalk it = (MuInstruction.StartWalk) run.instructions[site];
      run.tell(site, new MuDelta.StartWalk(it.variable(), id(list), length, it.next()));
    }
    run.check();
    return length;
  }

  static boolean turns(MuValue upcoming, MuValue to, ExactRun run) {
    return Arithmetic.asInt(upcoming).compareTo(Arithmetic.asInt(to)) < 0;
  }

  static MuValue after(MuValue upcoming, ExactRun run) {
    return new MuValue.IntValue(Arithmetic.asInt(upcoming).add(BigInteger.ONE));
  }

  /// Whether a walk has a next element, which then is in `given`.
  static boolean walks(MuValue list, int upcoming, int length, int site, ExactRun run) {
    List<MuValue> elements = run.list(list);
    if (elements.size() != length) {
      throw new Stopped(
          "the list's length changed from "
              + length
              + " to "
              + elements.size()
              + " while `for` walks it",
          run.instructions[site].span());
    }
    if (upcoming >= length) {
      return false;
    }
    run.given = elements.get(upcoming);
    return true;
  }

  static long turn(MuValue old, MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = run.rebind(old, value);
    if (run.watched()) {
      MuInstruction.Turn it = (MuInstruction.Turn) run.instructions[site];
      run.tell(site, new MuDelta.Turn(it.variable(), value, it.body()));
    }
    run.check();
    return frame + change;
  }

  static long endLoop(MuValue old, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = old == null ? 0 : -old.cells();
    run.cells += change;
    if (run.watched()) {
      MuInstruction.Turn it = (MuInstruction.Turn) run.instructions[site];
      run.tell(site, new MuDelta.EndLoop(it.variable(), it.next()));
    }
    run.check();
    return frame + change;
  }

  /// The `break` of a `for`.
  static long leaveLoop(MuValue old, long frame, int site, ExactRun run) {
    run.spend(site);
    long change = old == null ? 0 : -old.cells();
    run.cells += change;
    if (run.watched()) {
      MuInstruction.Break it = (MuInstruction.Break) run.instructions[site];
      run.tell(site, new MuDelta.Break(it.variable(), it.next()));
    }
    run.check();
    return frame + change;
  }

  static void enter(MuValue[] arguments, int site, ExactRun run) {
    run.spend(site);
    MuInstruction.Call it = (MuInstruction.Call) run.instructions[site];
    run.cells += cells(arguments);
    if (run.depth == run.callers.length) {
      run.callers = Arrays.copyOf(run.callers, 2 * run.depth);
    }
    run.callers[run.depth] = site;
    run.depth++;
    if (run.watched()) {
      run.tell(site, run.entered(it, arguments));
    }
    run.check();
  }

  private MuDelta entered(MuInstruction.Call it, MuValue[] arguments) {
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
  /// has bound the result.
  static void leave(MuValue value, long frame, int site, ExactRun run) {
    run.spend(site);
    run.depth--;
    boolean over = run.depth == 0;
    if (!over) {
      run.cells -= frame;
    }
    if (run.watched()) {
      int next = over ? MuDelta.END : run.call(run.depth).next();
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

  static void print(MuValue value, int site, ExactRun run) {
    String text = ValueJson.print(run.copy(value));
    run.spend(site);
    if (run.watched()) {
      run.tell(
          site, new MuDelta.Print(text, ((MuInstruction.Print) run.instructions[site]).next()));
    } else if (!run.printed.test(text)) {
      throw new Abandoned();
    }
    run.check();
  }

  static void held(MuValue condition, int site, ExactRun run) {
    MuInstruction instruction = run.instructions[site];
    if (!isTrue(condition)) {
      throw failed(instruction);
    }
    run.spend(site);
    if (run.watched()) {
      run.tell(site, new MuDelta.Held(FunctionBody.next(instruction)));
    }
    run.check();
  }

  private static Stopped failed(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Assert it -> MuMachine.failed("assert", it.written());
      case MuInstruction.Require it -> MuMachine.failed("requires", it.written());
      case MuInstruction.Check it -> MuMachine.failed(it.contract().word(), it.written());
      default -> throw new IllegalArgumentException("no condition: " + instruction);
    };
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

  private boolean watched() {
    return sink.isPresent();
  }

  private void spend(int site) {
    if (steps == budget.steps()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.STEPS));
    }
    steps++;
    last = site;
  }

  private void tell(int site, MuDelta delta) {
    if (!sink.orElseThrow()
        .step(delta, new Note(spans.get(site), reads.take(), checks.get(site)))) {
      throw new Abandoned();
    }
  }

  private void check() {
    if (depth > budget.depth()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.DEPTH));
    }
    if (cells > budget.cells()) {
      throw new Ended(new Ending.BudgetSpent(Budget.Limit.CELLS));
    }
  }

  private long rebind(MuValue old, MuValue value) {
    long change = value.cells() - (old == null ? 0 : old.cells());
    cells += change;
    return change;
  }

  /// What the step being evaluated has read so far.
  private static final class Reads {
    private final boolean wanted;
    private final ArrayList<Note.Read> noted = new ArrayList<>();
    private final Map<String, String[]> places = new HashMap<>();

    Reads(boolean wanted) {
      this.wanted = wanted;
    }

    boolean wanted() {
      return wanted;
    }

    void add(String place, MuValue value) {
      if (wanted) {
        noted.add(new Note.Read(place, Heap.glance(value)));
      }
    }

    List<Note.Read> take() {
      if (noted.isEmpty()) {
        return List.of();
      }
      List<Note.Read> taken =
          switch (noted.size()) {
            case 1 -> List.of(noted.getFirst());
            case 2 -> List.of(noted.getFirst(), noted.getLast());
            default -> List.copyOf(noted);
          };
      noted.clear();
      return taken;
    }

    /// `xs[3]`, made once while it is short.
    String place(String list, int position) {
      if (position >= 1024 || list.endsWith("]")) {
        return list + "[" + position + "]";
      }
      String[] known = places.computeIfAbsent(list, _ -> new String[1024]);
      if (known[position] == null) {
        known[position] = list + "[" + position + "]";
      }
      return known[position];
    }
  }
}
