package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.machine.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pcollections.PVector;

/// The evaluation of one instruction's formulas: their values, and what they read, in order.
final class Evaluation {
  private final MuFrame frame;
  private final Heap heap;
  private final List<Note.Read> reads = new ArrayList<>();
  private final Deque<Operand> stack = new ArrayDeque<>();

  Evaluation(MuConfiguration configuration) {
    this.frame = configuration.frame();
    this.heap = new Heap(configuration.heap());
  }

  /// A value, and the place it was read from as the program would write it, empty if computed.
  private record Operand(MuValue value, String place) {}

  Heap heap() {
    return heap;
  }

  List<Note.Read> reads() {
    return reads;
  }

  /// Throws `Stopped` for a fault of the program, and `IllegalArgumentException` where the
  /// configuration is none that the program reaches.
  MuValue value(Formula formula) {
    List<Operation> operations = formula.operations();
    int at = 0;
    while (at < operations.size()) {
      at = step(operations.get(at), at + 1);
    }
    Operand result = stack.pop();
    if (result.value() instanceof MuValue.ListRef) {
      note(result.place(), result.value());
    }
    return result.value();
  }

  boolean truth(Formula formula) {
    return Arithmetic.asBool(value(formula));
  }

  /// Does `operation` and answers where to go on, `next` unless it skips.
  private int step(Operation operation, int next) {
    switch (operation) {
      case Operation.Constant(MuValue value) -> push(value);
      case Operation.Load(String variable) -> load(variable);
      case Operation.Element it -> element(it);
      case Operation.Length _ -> {
        Operand list = stack.pop();
        MuValue length = MuValue.of(heap.list(list.value()).size());
        note("len(" + list.place() + ")", length);
        push(length);
      }
      case Operation.Prefix(var sign) -> push(Arithmetic.prefix(sign, stack.pop().value()));
      case Operation.Combine(var operator, var span) -> {
        MuValue right = stack.pop().value();
        MuValue left = stack.pop().value();
        push(
            left instanceof MuValue.ListRef
                ? compareLists(operator, left, right)
                : Arithmetic.combine(operator, left, right, span));
      }
      case Operation.Skip(boolean when, int target) -> {
        if (Arithmetic.asBool(stack.getFirst().value()) == when) {
          return target;
        }
        stack.pop();
      }
    }
    return next;
  }

  private void load(String variable) {
    MuValue value = frame.variables().get(variable);
    if (value == null) {
      throw new IllegalArgumentException("no variable " + variable);
    }
    if (!(value instanceof MuValue.ListRef)) {
      note(variable, value);
    }
    stack.push(new Operand(value, variable));
  }

  private void element(Operation.Element operation) {
    MuValue index = stack.pop().value();
    Operand list = stack.pop();
    PVector<MuValue> elements = heap.list(list.value());
    int position = heap.position(elements, index, operation.span());
    String place = list.place() + "[" + position + "]";
    MuValue element = elements.get(position);
    if (!(element instanceof MuValue.ListRef)) {
      note(place, element);
    }
    stack.push(new Operand(element, place));
  }

  private MuValue compareLists(MuOperator operator, MuValue left, MuValue right) {
    return switch (operator) {
      case EQUAL -> Arithmetic.truth(heap.same(left, right));
      case NOT_EQUAL -> Arithmetic.truth(!heap.same(left, right));
      case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          throw new IllegalArgumentException("lists compared by " + operator.symbol());
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER ->
          throw new IllegalArgumentException("lists combined by " + operator.symbol());
    };
  }

  private void push(MuValue value) {
    stack.push(new Operand(value, ""));
  }

  private void note(String place, MuValue value) {
    reads.add(new Note.Read(place, Heap.glance(value)));
  }
}
