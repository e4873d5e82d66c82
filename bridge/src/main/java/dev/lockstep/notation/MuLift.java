package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuLoop;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.notation.MuItem.Said;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.pcollections.PVector;

/// From what a step says to the delta that it claims. Computes nothing of the program: what is not
/// said is looked up by name, or is a literal or a place relative to a pointer.
final class MuLift {
  private final MuLayout layout;
  private final MuConfiguration now;
  private final MuStep step;
  private final List<Said> said;
  private int written;

  private MuLift(MuLayout layout, MuConfiguration now, List<Said> said) {
    this.layout = layout;
    this.now = now;
    this.step = layout.step(now.position());
    this.said = said;
  }

  /// Throws `IllegalArgumentException`, saying why, where what is said makes no delta.
  static MuDelta lift(MuLayout layout, MuConfiguration now, List<Said> said) {
    return new MuLift(layout, now, said).delta();
  }

  private MuDelta delta() {
    int next = next();
    return switch (step.instruction()) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Bind it -> new MuDelta.Bind(it.variable(), value(it.value()), next);
      case MuInstruction.NewList it ->
          new MuDelta.NewList(
              it.variable(), now.nextId(), it.elements().stream().map(this::value).toList(), next);
      case MuInstruction.SetElement it -> {
        int list = list(value(it.list()));
        int index = MuLayout.indexSaid(it) ? index(written()) : index(place(it.index()));
        yield new MuDelta.SetElement(list, index, value(it.value()), next);
      }
      case MuInstruction.Push it ->
          new MuDelta.Push(list(value(it.list())), value(it.value()), next);
      case MuInstruction.Pop it ->
          new MuDelta.Pop(list(value(it.list())), it.variable(), written(), next);
      case MuInstruction.Branch _ -> new MuDelta.Branch(truth(written()), next);
      case MuInstruction.StartRange it -> {
        BigInteger from = number(layout.startSaid(it) ? written() : place(it.from()));
        yield new MuDelta.StartRange(it.variable(), from, to(it), next);
      }
      case MuInstruction.StartWalk it -> {
        int list = list(value(it.list()));
        yield new MuDelta.StartWalk(it.variable(), list, elements(list).size(), next);
      }
      case MuInstruction.Turn it -> turn(it, next);
      case MuInstruction.Call it -> enter(it, next);
      case MuInstruction.Return it -> new MuDelta.Return(it.value().map(this::value), next);
      case MuInstruction.Print _ -> new MuDelta.Print(line(), next);
      case MuInstruction.Assert _, MuInstruction.Require _ -> new MuDelta.Held(next);
    };
  }

  private int next() {
    boolean returns = step.instruction() instanceof MuInstruction.Return;
    return switch (said.getLast()) {
      case Said.To(int site) when !returns -> site;
      case Said.Back() when returns ->
          now.callers().isEmpty() ? MuDelta.END : now.callers().getFirst().position();
      case Said.To _, Said.Back _, Said.Of _, Said.Skip _, Said.Done _ ->
          throw new IllegalArgumentException("the step goes on nowhere");
    };
  }

  private MuValue written() {
    Said next = said.get(step.writes().get(written++));
    if (next instanceof Said.Of(MuValue value)) {
      return value;
    }
    throw new IllegalArgumentException("expected a value, found none");
  }

  /// What is written for `formula`: said, or a list found by its name.
  private MuValue value(Formula formula) {
    return layout.valueSaid(step.instruction().origin().function(), formula)
        ? written()
        : variable(MuEnds.name(formula.expression()).orElseThrow());
  }

  private MuValue variable(String name) {
    MuValue value = now.frame().variables().get(name);
    if (value == null) {
      throw new IllegalArgumentException("`" + name + "` has no value");
    }
    return value;
  }

  /// A literal, or a place relative to a pointer.
  private MuValue place(Formula formula) {
    MuPointer pointer = MuPointer.of(formula.expression()).orElseThrow();
    BigInteger offset = BigInteger.valueOf(pointer.offset());
    return new MuValue.IntValue(
        pointer.literal() ? offset : number(variable(pointer.variable())).add(offset));
  }

  private BigInteger to(MuInstruction.StartRange it) {
    if (it.to().expression() instanceof MuExpression.Int literal) {
      return literal.value();
    }
    if (!layout.anchors().pointer(it.origin().function(), it.variable())) {
      return number(written());
    }
    MuEnds.Bound bound = MuEnds.bound(it.to()).orElseThrow();
    return BigInteger.valueOf(elements(list(variable(bound.list()))).size() - bound.minus());
  }

  private MuDelta turn(MuInstruction.Turn it, int next) {
    if (step.writes().isEmpty()) {
      return next == it.body()
          ? new MuDelta.Turn(it.variable(), new MuValue.IntValue(upcoming(it.variable())), next)
          : new MuDelta.EndLoop(it.variable(), next);
    }
    return said.get(step.writes().getFirst()) instanceof Said.Done
        ? new MuDelta.EndLoop(it.variable(), next)
        : new MuDelta.Turn(it.variable(), written(), next);
  }

  private BigInteger upcoming(String variable) {
    if (now.frame().loops().get(variable) instanceof MuLoop.Counting(BigInteger upcoming, _)) {
      return upcoming;
    }
    throw new IllegalArgumentException("no loop of `" + variable + "`");
  }

  private MuDelta enter(MuInstruction.Call it, int next) {
    SequencedMap<String, MuValue> arguments = new LinkedHashMap<>();
    List<MuParameter> parameters = layout.code().parameters(it.function());
    for (int i = 0; i < parameters.size(); i++) {
      arguments.put(parameters.get(i).name(), value(it.arguments().get(i)));
    }
    return new MuDelta.Enter(it.function(), arguments, next, it.next(), it.variable());
  }

  /// The line of a list is spelt by the host, which knows where the list is.
  private String line() {
    if (!step.writes().isEmpty()) {
      return ValueJson.print(copy(written()));
    }
    MuStep.Reading last = step.reads().getLast();
    MuValue list =
        last.item() >= 0 && said.get(last.item()) instanceof Said.Of(MuValue value)
            ? value
            : variable(last.leaf().name());
    return ValueJson.print(copy(list));
  }

  private Value copy(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef(int id) -> {
        List<Value> copies = new ArrayList<>();
        elements(id).forEach(element -> copies.add(copy(element)));
        yield new Value.Items(copies);
      }
      case MuValue.Extended it -> throw MuBeyond.met(it);
    };
  }

  private PVector<MuValue> elements(int list) {
    return Optional.ofNullable(now.heap().get(list))
        .orElseThrow(() -> new IllegalArgumentException("there is no list " + list));
  }

  private static int list(MuValue value) {
    if (value instanceof MuValue.ListRef(int id)) {
      return id;
    }
    throw new IllegalArgumentException("expected a list");
  }

  private static int index(MuValue value) {
    BigInteger number = number(value);
    if (number.bitLength() > 31) {
      throw new IllegalArgumentException("no index: " + number);
    }
    return number.intValue();
  }

  private static BigInteger number(MuValue value) {
    if (value instanceof MuValue.IntValue(BigInteger number)) {
      return number;
    }
    throw new IllegalArgumentException("expected an int");
  }

  private static boolean truth(MuValue value) {
    if (value instanceof MuValue.BoolValue(boolean truth)) {
      return truth;
    }
    throw new IllegalArgumentException("expected a bool");
  }
}
