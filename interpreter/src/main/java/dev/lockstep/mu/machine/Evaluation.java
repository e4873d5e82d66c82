package dev.lockstep.mu.machine;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.machine.Note;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.Operation;
import dev.lockstep.mu.value.Arithmetic;
import dev.lockstep.mu.value.Builtins;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// The evaluation of one instruction's formulas: their values, and what they read, in order.
public final class Evaluation {
  private final Function<String, MuValue> variables; // null where there is none
  private final Heap heap;
  private final List<Note.Read> reads = new ArrayList<>();
  private final Deque<Operand> stack = new ArrayDeque<>();

  Evaluation(MuConfiguration configuration) {
    this(configuration.frame().variables()::get, PersistentHeap.of(configuration));
  }

  public Evaluation(Function<String, MuValue> variables, Heap heap) {
    this.variables = variables;
    this.heap = heap;
  }

  /// A value, and the place it was read from as the program would write it, empty if computed.
  private record Operand(MuValue value, String place) {}

  Heap heap() {
    return heap;
  }

  public List<Note.Read> reads() {
    return reads;
  }

  /// Throws `Stopped` for a fault of the program, and `IllegalArgumentException` where the
  /// configuration is none that the program reaches.
  public MuValue value(Formula formula) {
    List<Operation> operations = formula.operations();
    int at = 0;
    while (at < operations.size()) {
      at = step(operations.get(at), at + 1);
    }
    Operand result = stack.pop();
    if (result.value().refers()) {
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
        MuValue length = MuValue.of(heap.length(list.value()));
        note("len(" + list.place() + ")", length);
        push(length);
      }
      case Operation.Prefix(var sign) -> push(Arithmetic.prefix(sign, stack.pop().value()));
      case Operation.Combine(var operator, var span) -> {
        MuValue right = stack.pop().value();
        MuValue left = stack.pop().value();
        push(combine(operator, left, right, span));
      }
      case Operation.Apply(MuBuiltin builtin, Span span) -> {
        List<MuValue> arguments = take(builtin.arity());
        push(Builtins.apply(builtin, arguments, heap, span));
      }
      case Operation.Tuple(int count) -> push(new MuValue.TupleValue(take(count)));
      case Operation.Make(String record, var fields, var declared) -> {
        List<MuValue> values = take(fields.size());
        List<MuValue> inOrder =
            declared.stream().map(field -> values.get(fields.indexOf(field))).toList();
        push(new MuValue.RecordValue(record, declared, inOrder));
      }
      case Operation.With(var fields) -> {
        List<MuValue> values = take(fields.size());
        push(changed(record(stack.pop().value()), fields, values));
      }
      case Operation.Part(int index) -> {
        Operand tuple = stack.pop();
        if (!(tuple.value() instanceof MuValue.TupleValue(var parts)) || index >= parts.size()) {
          throw new IllegalArgumentException("no part " + index + " of " + tuple.value());
        }
        stack.push(new Operand(parts.get(index), tuple.place() + "." + index));
      }
      case Operation.Field(String name) -> {
        Operand held = stack.pop();
        MuValue.RecordValue record = record(held.value());
        MuValue value = record.values().get(index(record, name));
        stack.push(new Operand(value, held.place() + "." + name));
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
    MuValue value = variables.apply(variable);
    if (value == null) {
      throw new IllegalArgumentException("no variable " + variable);
    }
    if (!value.refers()) {
      note(variable, value);
    }
    stack.push(new Operand(value, variable));
  }

  private void element(Operation.Element operation) {
    MuValue index = stack.pop().value();
    Operand list = stack.pop();
    MuValue element;
    String at;
    switch (list.value()) {
      case MuValue.TableRef _ -> {
        at = heap.shown(index);
        element =
            heap.table(list.value())
                .get(index)
                .orElseThrow(() -> Faults.noKey(at, operation.span()));
      }
      case MuValue.TextValue(String text) -> {
        at = index.toString();
        element = MuValue.of(Texts.at(text, Arithmetic.asInt(index), operation.span()));
      }
      case MuValue other -> {
        List<MuValue> elements = heap.list(other);
        int position = Heap.position(elements, index, operation.span());
        at = String.valueOf(position);
        element = elements.get(position);
      }
    }
    String place = list.place() + "[" + at + "]";
    if (!element.refers()) {
      note(place, element);
    }
    stack.push(new Operand(element, place));
  }

  private MuValue combine(MuOperator operator, MuValue left, MuValue right, Span span) {
    return switch (operator) {
      case IN -> Arithmetic.truth(heap.in(left, right));
      case EQUAL -> Arithmetic.truth(heap.same(left, right));
      case NOT_EQUAL -> Arithmetic.truth(!heap.same(left, right));
      case OR,
          AND,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          PLUS,
          MINUS,
          TIMES,
          DIVIDE,
          REMAINDER ->
          Arithmetic.combine(operator, left, right, span);
    };
  }

  /// The last `count` operands, in order.
  private List<MuValue> take(int count) {
    List<MuValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(stack.pop().value());
    }
    return values.reversed();
  }

  private static MuValue.RecordValue record(MuValue value) {
    if (value instanceof MuValue.RecordValue record) {
      return record;
    }
    throw new IllegalArgumentException("expected a record, found " + value);
  }

  private static int index(MuValue.RecordValue record, String field) {
    int index = record.fields().indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("no field " + field + " of " + record);
    }
    return index;
  }

  private static MuValue changed(
      MuValue.RecordValue record, List<String> fields, List<MuValue> values) {
    List<MuValue> changed = new ArrayList<>(record.values());
    for (int i = 0; i < fields.size(); i++) {
      changed.set(index(record, fields.get(i)), values.get(i));
    }
    return new MuValue.RecordValue(record.name(), record.fields(), changed);
  }

  private void push(MuValue value) {
    stack.push(new Operand(value, ""));
  }

  private void note(String place, MuValue value) {
    reads.add(new Note.Read(place, Heap.glance(value)));
  }
}
