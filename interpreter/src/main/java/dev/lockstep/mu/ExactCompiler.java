package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a function for the exact engine: all values as `MuValue`, each step one call of
/// `ExactRun`, which counts and tells it; a list on the JVM's stack has its place above it.
final class ExactCompiler {
  static final ClassDesc RUN = FunctionBody.type(ExactRun.class);
  static final ClassDesc VALUE = ClassDesc.of("dev.lockstep.mu.MuValue");
  static final ClassDesc CONSTANTS = ClassDesc.of("java.lang.Object").arrayType();
  private static final ClassDesc SPAN = FunctionBody.type(Span.class);
  private static final ClassDesc OPERATORS = FunctionBody.type(ExactOperators.class);
  static final MethodTypeDesc SIGNATURE = MethodTypeDesc.of(VALUE, VALUE.arrayType(), RUN);

  /// The hidden class's field of constants that the class file cannot hold.
  static final String POOL = "constants";

  private final ClassDesc owner;
  private final MuCode code;
  private final FunctionBody body;
  private final CodeBuilder out;
  private final List<Object> pool;
  private final int frame;

  private ExactCompiler(
      ClassDesc owner, MuCode code, MuFunction function, CodeBuilder out, List<Object> pool) {
    this.owner = owner;
    this.code = code;
    this.body = new FunctionBody(code, function, out);
    this.out = out;
    this.pool = pool;
    this.frame = out.allocateLocal(TypeKind.LONG);
  }

  /// Constants are added to `pool`.
  static void write(
      ClassDesc owner, MuCode code, MuFunction function, CodeBuilder out, List<Object> pool) {
    new ExactCompiler(owner, code, function, out, pool).write();
  }

  private void write() {
    for (String variable : body.variables()) {
      out.aconst_null().astore(local(variable));
    }
    for (int i = 0; i < body.function.parameters().size(); i++) {
      out.aload(0).loadConstant(i).aaload();
      out.astore(local(body.function.parameters().get(i).name()));
    }
    out.aload(0);
    out.invokestatic(RUN, "cells", MethodTypeDesc.of(CD_long, VALUE.arrayType())).lstore(frame);
    for (MuInstruction instruction : body.instructions) {
      out.labelBinding(body.label(instruction.site()));
      write(instruction);
    }
    body.end();
  }

  private int local(String variable) {
    return body.slot(variable, false);
  }

  private void write(MuInstruction instruction) {
    switch (instruction) {
      case MuInstruction.Bind it -> {
        Kind kind = value(it.value());
        int slot = local(it.variable());
        out.dup().aload(slot).swap().lload(frame).loadConstant(it.site()).aload(1);
        step("bind", CD_long, VALUE, VALUE, CD_long, CD_int, RUN);
        out.lstore(frame).astore(slot);
        body.define(it.variable(), kind);
      }
      case MuInstruction.NewList it -> {
        Kind element = array(it.elements()).stream().reduce(new Kind.Unknown(), Kind::join);
        out.aload(local(it.variable())).lload(frame).loadConstant(it.site()).aload(1);
        step("newList", CD_long, VALUE.arrayType(), VALUE, CD_long, CD_int, RUN);
        out.lstore(frame);
        given(it.variable());
        body.define(it.variable(), new Kind.ListOf(element));
      }
      case MuInstruction.SetElement it -> {
        value(it.list());
        value(it.index());
        value(it.value());
        plain(it, "setElement", VALUE, VALUE, VALUE);
      }
      case MuInstruction.Push it -> {
        value(it.list());
        value(it.value());
        plain(it, "push", VALUE, VALUE);
      }
      case MuInstruction.Pop it -> pop(it);
      case MuInstruction.Branch it -> {
        value(it.condition());
        out.loadConstant(it.site()).aload(1);
        step("branch", CD_boolean, VALUE, CD_int, RUN);
        out.ifeq(body.label(it.otherwise()));
        body.goOn(it, it.then());
        return;
      }
      case MuInstruction.StartRange it -> {
        value(it.from());
        value(it.to());
        int bound = body.slot("bound " + it.variable(), false);
        int upcoming = body.slot("upcoming " + it.variable(), false);
        out.astore(bound).astore(upcoming).aload(upcoming).aload(bound);
        plain(it, "startRange", VALUE, VALUE);
        body.define(it.variable(), new Kind.Int());
        body.defineLoop(it.variable(), false);
      }
      case MuInstruction.StartWalk it -> {
        Kind element = value(it.list()).element();
        out.dup().astore(body.slot("walked " + it.variable(), false));
        out.loadConstant(it.site()).aload(1);
        step("startWalk", CD_int, VALUE, CD_int, RUN);
        out.istore(count("length " + it.variable()));
        out.iconst_0().istore(count("visited " + it.variable()));
        body.define(it.variable(), element);
        body.defineLoop(it.variable(), true);
      }
      case MuInstruction.Turn it -> {
        turn(it);
        return;
      }
      case MuInstruction.Call it -> call(it);
      case MuInstruction.Return it -> {
        it.value().ifPresentOrElse(this::value, out::aconst_null);
        out.dup().lload(frame).loadConstant(it.site()).aload(1);
        step("leave", ConstantDescs.CD_void, VALUE, CD_long, CD_int, RUN);
        out.areturn();
        return;
      }
      case MuInstruction.Print it -> {
        value(it.value());
        plain(it, "print", VALUE);
      }
      case MuInstruction.Assert it -> {
        value(it.condition());
        plain(it, "held", VALUE);
      }
      case MuInstruction.Require it -> {
        value(it.condition());
        plain(it, "held", VALUE);
      }
      case MuInstruction.Check it -> {
        value(it.condition());
        plain(it, "held", VALUE);
      }
      case MuInstruction.Break it -> {
        int slot = local(it.variable());
        out.aload(slot).lload(frame).loadConstant(it.site()).aload(1);
        step("leaveLoop", CD_long, VALUE, CD_long, CD_int, RUN);
        out.lstore(frame).aconst_null().astore(slot);
      }
      default -> throw new Uncompiled(instruction.getClass().getSimpleName());
    }
    body.goOn(instruction, FunctionBody.next(instruction));
  }

  private int count(String name) {
    return body.slot(name, false); // an int takes one place, as a reference does
  }

  /// The step of an instruction that binds nothing; its operands are on the stack.
  private void plain(MuInstruction instruction, String name, ClassDesc... operands) {
    ClassDesc[] parameters = java.util.Arrays.copyOf(operands, operands.length + 2);
    parameters[operands.length] = CD_int;
    parameters[operands.length + 1] = RUN;
    out.loadConstant(instruction.site()).aload(1);
    step(name, ConstantDescs.CD_void, parameters);
  }

  private void step(String name, ClassDesc result, ClassDesc... parameters) {
    out.invokestatic(RUN, name, MethodTypeDesc.of(result, parameters));
  }

  /// The variable gets what the step gave.
  private void given(String variable) {
    out.aload(1).getfield(RUN, "given", VALUE).astore(local(variable));
  }

  private void pop(MuInstruction.Pop it) {
    Kind element = value(it.list()).element();
    it.variable().ifPresentOrElse(name -> out.aload(local(name)), out::aconst_null);
    out.lload(frame).loadConstant(it.site()).aload(1);
    step("pop", CD_long, VALUE, VALUE, CD_long, CD_int, RUN);
    out.lstore(frame);
    it.variable()
        .ifPresent(
            name -> {
              given(name);
              body.define(name, element);
            });
  }

  private void turn(MuInstruction.Turn it) {
    String variable = it.variable();
    int slot = local(variable);
    Label turns = out.newLabel();
    boolean walk = body.walks(variable);
    if (walk) {
      out.aload(body.slot("walked " + variable, false)).iload(count("visited " + variable));
      out.iload(count("length " + variable)).loadConstant(it.site()).aload(1);
      step("walks", CD_boolean, VALUE, CD_int, CD_int, CD_int, RUN);
    } else {
      out.aload(body.slot("upcoming " + variable, false));
      out.aload(body.slot("bound " + variable, false)).aload(1);
      step("turns", CD_boolean, VALUE, VALUE, RUN);
    }
    out.ifne(turns);
    out.aload(slot).lload(frame).loadConstant(it.site()).aload(1);
    step("endLoop", CD_long, VALUE, CD_long, CD_int, RUN);
    out.lstore(frame).aconst_null().astore(slot).goto_(body.label(it.next()));
    out.labelBinding(turns);
    if (walk) {
      out.aload(1).getfield(RUN, "given", VALUE);
      out.iinc(count("visited " + variable), 1);
    } else {
      int upcoming = body.slot("upcoming " + variable, false);
      out.aload(upcoming).dup().aload(1);
      step("after", VALUE, VALUE, RUN);
      out.astore(upcoming);
    }
    out.dup().aload(slot).swap().lload(frame).loadConstant(it.site()).aload(1);
    step("turn", CD_long, VALUE, VALUE, CD_long, CD_int, RUN);
    out.lstore(frame).astore(slot).goto_(body.label(it.body()));
  }

  private void call(MuInstruction.Call it) {
    MuFunction callee = code.function(it.function());
    array(it.arguments());
    out.dup().loadConstant(it.site()).aload(1);
    step("enter", ConstantDescs.CD_void, VALUE.arrayType(), CD_int, RUN);
    out.aload(1).invokestatic(owner, FastCompiler.methodName(callee), SIGNATURE);
    if (it.variable().isEmpty()) {
      out.pop().aload(1);
      step("dropped", ConstantDescs.CD_void, RUN);
      return;
    }
    String variable = it.variable().get();
    int slot = local(variable);
    out.dup().aload(slot).swap().lload(frame).aload(1);
    step("returned", CD_long, VALUE, VALUE, CD_long, RUN);
    out.lstore(frame).astore(slot);
    body.define(variable, Kind.of(callee.result().orElseThrow()));
  }

  private List<Kind> array(List<Formula> formulas) {
    out.loadConstant(formulas.size()).anewarray(VALUE);
    List<Kind> kinds = new java.util.ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      out.dup().loadConstant(i);
      kinds.add(value(formulas.get(i)));
      out.aastore();
    }
    return kinds;
  }

  /// Leaves the formula's value on the JVM's stack, without a place, and says what it is.
  private Kind value(Formula formula) {
    List<Operation> operations = formula.operations();
    Map<Integer, Label> targets = new HashMap<>();
    Deque<Kind> stack = new ArrayDeque<>();
    for (int i = 0; i < operations.size(); i++) {
      Label here = targets.remove(i);
      if (here != null) {
        out.labelBinding(here);
      }
      if (operations.get(i) instanceof Operation.Skip(boolean when, int target)) {
        Label to = targets.computeIfAbsent(target, _ -> out.newLabel());
        out.dup().invokestatic(RUN, "isTrue", MethodTypeDesc.of(CD_boolean, VALUE));
        out.branch(when ? Opcode.IFNE : Opcode.IFEQ, to);
        out.pop();
        stack.pop();
      } else {
        write(operations.get(i), stack);
      }
    }
    targets.values().forEach(out::labelBinding);
    Kind kind = stack.pop();
    if (kind.isList()) {
      out.aload(1);
      step("read", VALUE, VALUE, CD_String, RUN);
    }
    return kind;
  }

  private void write(Operation operation, Deque<Kind> stack) {
    switch (operation) {
      case Operation.Constant(MuValue value) -> {
        constant(value, VALUE);
        stack.push(
            switch (value) {
              case MuValue.IntValue _ -> new Kind.Int();
              case MuValue.BoolValue _ -> new Kind.Bool();
              default -> throw new Uncompiled("a constant");
            });
      }
      case Operation.Load(String variable) -> {
        Kind kind = body.kind(variable);
        out.aload(local(variable)).loadConstant(variable);
        if (!kind.isList()) {
          out.aload(1);
          step("read", VALUE, VALUE, CD_String, RUN);
        }
        stack.push(kind);
      }
      case Operation.Element(Span span) -> {
        stack.pop();
        Kind element = stack.pop().element();
        if (element instanceof Kind.Unknown) {
          throw new Uncompiled("an element of an unknown kind");
        }
        constant(span, SPAN);
        out.aload(1);
        step("element", VALUE, VALUE, CD_String, VALUE, SPAN, RUN);
        if (element.isList()) {
          out.aload(1).getfield(RUN, "place", CD_String);
        }
        stack.push(element);
      }
      case Operation.Length() -> {
        stack.pop();
        out.aload(1);
        step("length", VALUE, VALUE, CD_String, RUN);
        stack.push(new Kind.Int());
      }
      case Operation.Prefix(var sign) ->
          out.invokestatic(
              OPERATORS,
              switch (sign) {
                case MINUS -> "negate";
                case NOT -> "not";
              },
              MethodTypeDesc.of(VALUE, VALUE));
      case Operation.Combine(MuOperator operator, Span span) -> {
        Kind right = stack.pop();
        Kind kind = stack.pop().join(right);
        stack.push(combine(operator, span, kind));
      }
      default -> throw new Uncompiled(operation.getClass().getSimpleName());
    }
  }

  private Kind combine(MuOperator operator, Span span, Kind operands) {
    String name = ExactOperators.method(operator).orElseThrow(() -> new Uncompiled("an operator"));
    if (operands.isList()) {
      out.aload(1);
      step("same", VALUE, VALUE, CD_String, VALUE, CD_String, RUN);
      if (operator == MuOperator.NOT_EQUAL) {
        out.invokestatic(OPERATORS, "not", MethodTypeDesc.of(VALUE, VALUE));
      }
      return new Kind.Bool();
    }
    if (ExactOperators.mayFail(operator)) {
      constant(span, SPAN);
      out.invokestatic(OPERATORS, name, MethodTypeDesc.of(VALUE, VALUE, VALUE, SPAN));
    } else {
      out.invokestatic(OPERATORS, name, MethodTypeDesc.of(VALUE, VALUE, VALUE));
    }
    return ExactOperators.isArithmetic(operator) ? new Kind.Int() : new Kind.Bool();
  }

  private void constant(Object value, ClassDesc type) {
    int index = pool.size();
    pool.add(value);
    out.getstatic(owner, POOL, CONSTANTS).loadConstant(index).aaload().checkcast(type);
  }

  /// The method's result where a function has none.
  static Optional<MuValue> result(MuValue returned) {
    return Optional.ofNullable(returned);
  }
}
