package dev.lockstep.mu.exact;

import static dev.lockstep.mu.exact.ExactMethod.VALUE;
import static dev.lockstep.mu.exact.ExactMethod.VALUES;
import static java.lang.constant.ConstantDescs.CD_List;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.Operation;
import dev.lockstep.mu.value.MuValue;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a formula for the exact engine: its operands stand on the JVM's stack. Where each was
/// read is known while the code is written, but for elements, whose places the code keeps in
/// locals.
final class ExactFormula {
  private static final ClassDesc SPAN = ExactMethod.type(Span.class);
  private static final ClassDesc BUILTIN = ExactMethod.type(MuBuiltin.class);
  private static final Class<?> OPERANDS = ExactOperands.class;
  private static final Class<?> OPERATORS = ExactOperators.class;

  private final ExactMethod method;
  private final Deque<Spot> stack = new ArrayDeque<>();

  ExactFormula(ExactMethod method) {
    this.method = method;
  }

  /// Where an operand was read.
  private sealed interface Spot {
    /// As the program writes it; empty where the operand was computed.
    record Written(String text) implements Spot {}

    /// What the JVM's local of this name holds.
    record Kept(String local) implements Spot {}
  }

  private static final Spot COMPUTED = new Spot.Written("");

  /// Leaves the formula's value on the JVM's stack.
  void write(Formula formula) {
    List<Operation> operations = formula.operations();
    Map<Integer, Label> targets = new HashMap<>();
    for (int i = 0; i < operations.size(); i++) {
      join(targets.remove(i));
      if (operations.get(i) instanceof Operation.Skip(boolean when, int target)) {
        skip(when, targets.computeIfAbsent(target, _ -> method.out.newLabel()));
      } else {
        write(operations.get(i), i == operations.size() - 1);
      }
    }
    targets.values().forEach(method.out::labelBinding);
    stack.pop();
  }

  /// Both ways to `here` leave a truth, which nobody looks for a place of.
  private void join(Label here) {
    if (here != null) {
      method.out.labelBinding(here);
      stack.pop();
      stack.push(COMPUTED);
    }
  }

  private void skip(boolean when, Label target) {
    method.out.dup();
    method.call(OPERATORS, "isTrue", CD_boolean, VALUE);
    method.out.branch(when ? Opcode.IFNE : Opcode.IFEQ, target);
    method.out.pop();
    stack.pop();
  }

  /// @param last whether the operation gives the formula's value
  private void write(Operation operation, boolean last) {
    switch (operation) {
      case Operation.Constant(MuValue value) -> {
        method.constant(value, MuValue.class);
        stack.push(COMPUTED);
      }
      case Operation.Load(String variable) -> {
        method.load(variable).out.loadConstant(variable);
        operand(last ? "read" : "readPlain", VALUE, CD_String);
        stack.push(new Spot.Written(variable));
      }
      case Operation.Element(Span span) -> element(span, last);
      case Operation.Length() -> {
        push(stack.pop());
        operand("length", VALUE, CD_String);
        stack.push(COMPUTED);
      }
      case Operation.Prefix(MuExpression.Sign sign) -> {
        String name =
            switch (sign) {
              case MINUS -> "negate";
              case NOT -> "not";
            };
        method.call(OPERATORS, name, VALUE, VALUE);
        computed(1);
      }
      case Operation.Combine(MuOperator operator, Span span) -> combine(operator, span);
      case Operation.Apply(MuBuiltin builtin, Span span) -> apply(builtin, span, last);
      case Operation.Tuple(int count) -> {
        array(count, List.of());
        method.call(OPERANDS, "tuple", VALUE, VALUES);
        computed(count);
      }
      case Operation.Make(String name, var fields, var declared) -> {
        array(fields.size(), fields.stream().map(declared::indexOf).toList());
        method.out.loadConstant(name);
        method.constant(declared, List.class);
        method.call(OPERANDS, "make", VALUE, VALUES, CD_String, CD_List);
        computed(fields.size());
      }
      case Operation.With(var fields) -> {
        array(fields.size(), List.of());
        method.constant(fields, List.class);
        method.call(OPERANDS, "with", VALUE, VALUE, VALUES, CD_List);
        computed(fields.size() + 1);
      }
      case Operation.Part(int index) -> {
        method.out.loadConstant(index);
        method.call(OPERANDS, "part", VALUE, VALUE, CD_int);
        within("." + index, last);
      }
      case Operation.Field(String name) -> {
        method.out.loadConstant(name);
        method.call(OPERANDS, "field", VALUE, VALUE, CD_String);
        within("." + name, last);
      }
      case Operation.Skip _ -> throw new IllegalArgumentException("a skip is written apart");
    }
  }

  private void operand(String name, ClassDesc... operands) {
    method.callWithRun(OPERANDS, name, VALUE, operands);
  }

  /// The last `count` operands are one now, computed from them.
  private void computed(int count) {
    for (int i = 0; i < count; i++) {
      stack.pop();
    }
    stack.push(COMPUTED);
  }

  private void push(Spot spot) {
    switch (spot) {
      case Spot.Written(String text) -> method.out.loadConstant(text);
      case Spot.Kept(String local) -> method.load(local);
    }
  }

  private Spot.Kept keep() {
    String local = "place " + stack.size();
    method.store(local);
    return new Spot.Kept(local);
  }

  private void element(Span span, boolean last) {
    stack.pop();
    push(stack.pop());
    method.constant(span, Span.class);
    operand(last ? "element" : "elementPlain", VALUE, VALUE, CD_String, SPAN);
    if (last) {
      stack.push(COMPUTED);
    } else {
      method.place();
      stack.push(keep());
    }
  }

  /// What was taken out of the operand, and is on the stack in its place.
  private void within(String part, boolean last) {
    Spot spot =
        switch (stack.pop()) {
          case Spot.Written(String text) -> new Spot.Written(text + part);
          case Spot.Kept(String local) -> {
            method.load(local).out.loadConstant(part);
            method.callWithRun(OPERANDS, "within", CD_String, CD_String, CD_String);
            yield keep();
          }
        };
    if (last) {
      push(spot);
      operand("readReference", VALUE, CD_String);
    }
    stack.push(spot);
  }

  private void combine(MuOperator operator, Span span) {
    String name = ExactOperators.method(operator);
    switch (ExactOperators.extra(operator)) {
      case SPAN -> {
        method.constant(span, Span.class);
        method.call(OPERATORS, name, VALUE, VALUE, VALUE, SPAN);
      }
      case RUN -> method.callWithRun(OPERATORS, name, VALUE, VALUE, VALUE);
      case NOTHING -> method.call(OPERATORS, name, VALUE, VALUE, VALUE);
    }
    computed(2);
  }

  private void apply(MuBuiltin builtin, Span span, boolean last) {
    int arity = builtin.arity();
    ClassDesc[] operands = Collections.nCopies(arity + 2, VALUE).toArray(ClassDesc[]::new);
    operands[arity] = BUILTIN;
    operands[arity + 1] = SPAN;
    method.constant(builtin, MuBuiltin.class);
    method.constant(span, Span.class);
    operand("apply", operands);
    computed(arity);
    if (last && builtin == MuBuiltin.UNWRAP) { // the only one that may give a list, map or set
      push(COMPUTED);
      operand("readReference", VALUE, CD_String);
    }
  }

  /// The last `count` operands in an array instead, the operand `i` at `order.get(i)`, or at `i`.
  private void array(int count, List<Integer> order) {
    method.out.loadConstant(count).anewarray(VALUE);
    for (int i = count - 1; i >= 0; i--) {
      method.out.dup_x1().swap().loadConstant(order.isEmpty() ? i : order.get(i)).swap().aastore();
    }
  }
}
