package dev.lockstep.mu.machine;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Grain;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.value.Arithmetic;
import dev.lockstep.mu.value.Builtins;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A Mu program made ready to run.
public final class MuMachine implements Machine<MuConfiguration, MuDelta> {
  private final MuCode code;

  public MuMachine(MuCode code) {
    this.code = code;
  }

  public MuCode code() {
    return code;
  }

  /// `main` entered with its parameters bound to the fields of `input`.
  @Override
  public MuConfiguration start(Value input) {
    return MuStart.of(code, input);
  }

  /// A call of `function`, which has no parameters.
  public MuConfiguration entered(String function) {
    return MuStart.entered(code, function);
  }

  /// `Garbled` where the program never reaches `configuration`: only a network claims one.
  @Override
  public Next<MuDelta> next(MuConfiguration configuration) {
    if (configuration.halted()) {
      return new Next.Halt<>();
    }
    int site = configuration.position();
    if (site < 0 || site >= code.instructions().size()) {
      return new Next.Garbled<>("no instruction " + site);
    }
    MuInstruction instruction = code.at(site);
    Evaluation evaluation = new Evaluation(configuration);
    try {
      MuDelta delta = delta(configuration, instruction, evaluation);
      return new Next.Do<>(delta, note(instruction, evaluation));
    } catch (Stopped stopped) {
      return new Next.Fail<>(CallStack.of(code, configuration).under(stopped.fault()));
    } catch (IllegalArgumentException e) {
      return new Next.Garbled<>(e.getMessage());
    }
  }

  /// The library's instructions stand in no file of the program.
  private Note note(MuInstruction instruction, Evaluation evaluation) {
    Optional<Span> span =
        code.inLibrary(instruction.origin().function())
            ? Optional.empty()
            : Optional.of(instruction.span());
    return new Note(span, evaluation.reads(), Faults.checks(instruction));
  }

  @Override
  public MuConfiguration apply(MuConfiguration configuration, MuDelta delta) {
    return MuReplay.apply(configuration, delta);
  }

  @Override
  public Optional<Value> output(MuConfiguration configuration) {
    return configuration.result().map(PersistentHeap.of(configuration)::copy);
  }

  @Override
  public List<String> printed(MuDelta delta) {
    return delta instanceof MuDelta.Print(String text, _) ? List.of(text) : List.of();
  }

  @Override
  public List<Frame> frames(MuConfiguration configuration) {
    return MuFrames.of(code, configuration);
  }

  /// Calls and returns are calls; what binds a temporary is a part of an expression.
  @Override
  public Grain grain(MuDelta delta) {
    return switch (delta) {
      case MuDelta.Enter _, MuDelta.Return _ -> Grain.CALL;
      case MuDelta.Bind it -> bound(it.variable());
      case MuDelta.NewList it -> bound(it.variable());
      case MuDelta.NewTable it -> bound(it.variable());
      case MuDelta.Pop it -> it.variable().map(MuMachine::bound).orElse(Grain.STATEMENT);
      default -> Grain.STATEMENT;
    };
  }

  private static Grain bound(String variable) {
    return variable.startsWith("$") ? Grain.EXPRESSION : Grain.STATEMENT;
  }

  @Override
  public long cells(MuConfiguration configuration) {
    return configuration.cells();
  }

  @Override
  public int depth(MuConfiguration configuration) {
    return configuration.depth();
  }

  private MuDelta delta(MuConfiguration now, MuInstruction instruction, Evaluation evaluation) {
    return switch (instruction) {
      case MuInstruction.Bind it ->
          new MuDelta.Bind(it.variable(), evaluation.value(it.value()), it.next());
      case MuInstruction.NewList it ->
          new MuDelta.NewList(
              it.variable(),
              now.nextId(),
              it.elements().stream().map(evaluation::value).toList(),
              it.next());
      case MuInstruction.SetElement it -> setElement(it, evaluation);
      case MuInstruction.Push it -> {
        MuValue list = evaluation.value(it.list());
        MuValue value = evaluation.value(it.value());
        yield list instanceof MuValue.TableRef(int id)
            ? new MuDelta.Put(id, value, new MuValue.BoolValue(true), it.next())
            : new MuDelta.Push(Heap.id(list), value, it.next());
      }
      case MuInstruction.Pop it -> pop(it, evaluation);
      case MuInstruction.Branch it -> {
        boolean taken = evaluation.truth(it.condition());
        yield new MuDelta.Branch(taken, taken ? it.then() : it.otherwise());
      }
      case MuInstruction.StartRange it ->
          new MuDelta.StartRange(
              it.variable(),
              Arithmetic.asInt(evaluation.value(it.from())),
              Arithmetic.asInt(evaluation.value(it.to())),
              it.next());
      case MuInstruction.StartWalk it -> {
        MuValue list = evaluation.value(it.list());
        int length = evaluation.heap().length(list);
        yield new MuDelta.StartWalk(it.variable(), Heap.id(list), length, it.next());
      }
      case MuInstruction.Turn it -> turn(now, it);
      case MuInstruction.Call it -> enter(it, evaluation);
      case MuInstruction.Return it ->
          new MuDelta.Return(
              it.value().map(evaluation::value),
              now.callers().isEmpty() ? MuDelta.END : now.callers().getFirst().position());
      case MuInstruction.Print it -> {
        MuValue shown = evaluation.value(it.value());
        yield new MuDelta.Print(evaluation.heap().shown(shown), it.next());
      }
      case MuInstruction.Assert it -> {
        if (!evaluation.truth(it.condition())) {
          throw Faults.failed("assert", it.written());
        }
        yield new MuDelta.Held(it.next());
      }
      case MuInstruction.Require it -> {
        if (!evaluation.truth(it.condition())) {
          throw Faults.failed("requires", it.written());
        }
        yield new MuDelta.Held(it.next());
      }
      case MuInstruction.Check it -> {
        if (!evaluation.truth(it.condition())) {
          throw Faults.failed(it.contract().word(), it.written());
        }
        yield new MuDelta.Held(it.next());
      }
      case MuInstruction.NewTable it -> newTable(now, it, evaluation);
      case MuInstruction.Gather it -> gather(now, it, evaluation);
      case MuInstruction.Remove it -> remove(it, evaluation);
      case MuInstruction.Break it -> new MuDelta.Break(it.variable(), it.next());
    };
  }

  private static MuDelta setElement(MuInstruction.SetElement it, Evaluation evaluation) {
    MuValue list = evaluation.value(it.list());
    MuValue index = evaluation.value(it.index());
    MuValue value = evaluation.value(it.value());
    if (list instanceof MuValue.TableRef(int table)) {
      return new MuDelta.Put(table, index, value, it.next());
    }
    List<MuValue> elements = evaluation.heap().list(list);
    int position = Heap.position(elements, index, it.span());
    return new MuDelta.SetElement(Heap.id(list), position, value, it.next());
  }

  private static MuDelta pop(MuInstruction.Pop it, Evaluation evaluation) {
    MuValue list = evaluation.value(it.list());
    List<MuValue> elements = evaluation.heap().list(list);
    if (elements.isEmpty()) {
      throw new Stopped("pop from an empty list", it.span());
    }
    MuValue last = elements.get(elements.size() - 1);
    return new MuDelta.Pop(Heap.id(list), it.variable(), last, it.next());
  }

  private static MuDelta turn(MuConfiguration now, MuInstruction.Turn it) {
    MuLoop loop = now.frame().loops().get(it.variable());
    if (loop == null) {
      throw new IllegalArgumentException("no loop of " + it.variable());
    }
    if (loop instanceof MuLoop.Walking(int id, _, int length)) {
      int size = PersistentHeap.of(now).length(id);
      if (size != length) {
        throw Faults.lengthChanged(now.heap().containsKey(id), length, size, it.span());
      }
    }
    return MuReplay.turns(now, loop)
        ? new MuDelta.Turn(it.variable(), MuReplay.upcoming(now, loop), it.body())
        : new MuDelta.EndLoop(it.variable(), it.next());
  }

  private MuDelta enter(MuInstruction.Call it, Evaluation evaluation) {
    SequencedMap<String, MuValue> arguments = new LinkedHashMap<>();
    List<MuParameter> parameters = code.parameters(it.function());
    for (int i = 0; i < parameters.size(); i++) {
      arguments.put(parameters.get(i).name(), evaluation.value(it.arguments().get(i)));
    }
    return new MuDelta.Enter(
        it.function(), arguments, code.entry(it.function()), it.next(), it.variable());
  }

  private static MuDelta newTable(
      MuConfiguration now, MuInstruction.NewTable it, Evaluation evaluation) {
    List<MuValue> keys = new ArrayList<>();
    List<MuValue> values = new ArrayList<>();
    for (int i = 0; i < it.keys().size(); i++) {
      keys.add(evaluation.value(it.keys().get(i)));
      if (!it.set()) {
        values.add(evaluation.value(it.values().get(i)));
      }
    }
    return new MuDelta.NewTable(it.variable(), now.nextId(), it.set(), keys, values, it.next());
  }

  private static MuDelta gather(
      MuConfiguration now, MuInstruction.Gather it, Evaluation evaluation) {
    MuValue from = evaluation.value(it.from());
    Heap heap = evaluation.heap();
    if (it.what() == MuBuiltin.SET_OF) {
      List<MuValue> elements = heap.list(from);
      return new MuDelta.NewTable(
          it.variable(), now.nextId(), true, elements, List.of(), it.next());
    }
    List<MuValue> elements = Builtins.gathered(it.what(), heap.table(from));
    return new MuDelta.NewList(it.variable(), now.nextId(), elements, it.next());
  }

  private static MuDelta remove(MuInstruction.Remove it, Evaluation evaluation) {
    MuValue table = evaluation.value(it.table());
    MuValue key = evaluation.value(it.key());
    if (!evaluation.heap().table(table).contains(key)) {
      throw Faults.nothingToRemove(evaluation.heap().shown(key), it.span());
    }
    return new MuDelta.Remove(Heap.id(table), key, it.next());
  }
}
