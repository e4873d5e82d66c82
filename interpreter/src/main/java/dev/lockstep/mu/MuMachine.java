package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Grain;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.pcollections.PVector;

/// A Mu program made ready to run.
public final class MuMachine implements Machine<MuConfiguration, MuDelta> {
  private static final int LONGEST_SHOWN = 60;

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
      return new Next.Do<>(delta, new Note(Optional.of(instruction.span()), evaluation.reads()));
    } catch (Stopped stopped) {
      return new Next.Fail<>(stopped.fault());
    } catch (IllegalArgumentException e) {
      return new Next.Garbled<>(e.getMessage());
    }
  }

  @Override
  public MuConfiguration apply(MuConfiguration configuration, MuDelta delta) {
    return MuReplay.apply(configuration, delta);
  }

  @Override
  public Optional<Value> output(MuConfiguration configuration) {
    return configuration.result().map(new Heap(configuration.heap())::copy);
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
        int id = id(evaluation.value(it.list()));
        yield new MuDelta.Push(id, evaluation.value(it.value()), it.next());
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
        int length = evaluation.heap().list(list).size();
        yield new MuDelta.StartWalk(it.variable(), id(list), length, it.next());
      }
      case MuInstruction.Turn it -> turn(now, it);
      case MuInstruction.Call it -> enter(it, evaluation);
      case MuInstruction.Return it ->
          new MuDelta.Return(
              it.value().map(evaluation::value),
              now.callers().isEmpty() ? MuDelta.END : now.callers().getFirst().position());
      case MuInstruction.Print it -> {
        Value shown = evaluation.heap().copy(evaluation.value(it.value()));
        yield new MuDelta.Print(ValueJson.print(shown), it.next());
      }
      case MuInstruction.Assert it -> {
        if (!evaluation.truth(it.condition())) {
          throw failed("assert", it.written());
        }
        yield new MuDelta.Held(it.next());
      }
      case MuInstruction.Require it -> {
        if (!evaluation.truth(it.condition())) {
          throw failed("requires", it.written());
        }
        yield new MuDelta.Held(it.next());
      }
    };
  }

  private static MuDelta setElement(MuInstruction.SetElement it, Evaluation evaluation) {
    MuValue list = evaluation.value(it.list());
    MuValue index = evaluation.value(it.index());
    MuValue value = evaluation.value(it.value());
    PVector<MuValue> elements = evaluation.heap().list(list);
    int position = evaluation.heap().position(elements, index, it.span());
    return new MuDelta.SetElement(id(list), position, value, it.next());
  }

  private static MuDelta pop(MuInstruction.Pop it, Evaluation evaluation) {
    MuValue list = evaluation.value(it.list());
    PVector<MuValue> elements = evaluation.heap().list(list);
    if (elements.isEmpty()) {
      throw new Stopped("pop from an empty list", it.span());
    }
    MuValue last = elements.get(elements.size() - 1);
    return new MuDelta.Pop(id(list), it.variable(), last, it.next());
  }

  private static MuDelta turn(MuConfiguration now, MuInstruction.Turn it) {
    MuLoop loop = now.frame().loops().get(it.variable());
    if (loop == null) {
      throw new IllegalArgumentException("no loop of " + it.variable());
    }
    if (loop instanceof MuLoop.Walking(int id, _, int length)) {
      int size = new Heap(now.heap()).list(id).size();
      if (size != length) {
        throw new Stopped(
            "the list's length changed from " + length + " to " + size + " while `for` walks it",
            it.span());
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

  static Stopped failed(String what, MuExpression written) {
    String text = MuPrinter.print(written);
    String shown =
        text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
    return new Stopped(what + " failed: `" + shown + "`", written.place().span());
  }

  private static int id(MuValue list) {
    if (list instanceof MuValue.ListRef(int id)) {
      return id;
    }
    throw new IllegalArgumentException("expected a list, found " + list);
  }
}
