package dev.lockstep.mu.exact;

import static dev.lockstep.mu.exact.ExactMethod.VALUE;
import static dev.lockstep.mu.exact.ExactMethod.VALUES;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a function for the exact engine: all values as `MuValue`, variables in the JVM's locals,
/// and each step one call of `ExactSteps` or `ExactTables`, which count and tell it.
final class ExactCompiler {
  private static final Class<?> STEPS = ExactSteps.class;
  private static final Class<?> TABLES = ExactTables.class;

  private final MuFunction function;
  private final List<MuInstruction> instructions;
  private final ExactMethod method;
  private final ExactFormula formulas;
  private final int frame; // the memory cells of the variables
  private final Set<String> walks = new HashSet<>(); // loops over lists, maps and sets, so far

  private ExactCompiler(MuCode code, MuFunction function, ExactMethod method) {
    this.function = function;
    this.instructions = Flow.of(function.name(), code);
    this.method = method;
    this.formulas = new ExactFormula(method);
    this.frame = method.out.allocateLocal(TypeKind.LONG);
  }

  static void write(MuCode code, MuFunction function, ExactMethod method) {
    new ExactCompiler(code, function, method).write();
  }

  /// A method that leaves the function to `ExactFunction`.
  static void writeLarge(MuFunction function, ExactMethod method) {
    method.loadArguments();
    method.loadRun();
    method.out.loadConstant(function.name());
    method.call(ExactFunction.class, "call", VALUE, VALUES, ExactMethod.RUN, CD_String);
    method.out.areturn();
  }

  private void write() {
    Set<String> variables = new HashSet<>();
    instructions.forEach(it -> Flow.bound(it).ifPresent(variables::add));
    function.parameters().forEach(it -> variables.remove(it.name()));
    for (String variable : variables) {
      method.out.aconst_null();
      method.store(variable);
    }
    for (int i = 0; i < function.parameters().size(); i++) {
      method.loadArguments();
      method.out.loadConstant(i).aaload();
      method.store(function.parameters().get(i).name());
    }
    method.loadArguments();
    method.call(STEPS, "cells", CD_long, VALUES);
    method.out.lstore(frame);
    for (MuInstruction instruction : instructions) {
      method.out.labelBinding(method.label(instruction.site()));
      write(instruction);
    }
    method.end(instructions.getFirst().site(), instructions.size());
  }

  private void write(MuInstruction instruction) {
    int site = instruction.site();
    switch (instruction) {
      case MuInstruction.Bind it -> bind(it);
      case MuInstruction.NewList it -> {
        array(it.elements());
        make("newList", VALUES, it.variable(), site);
      }
      case MuInstruction.NewTable it -> {
        array(it.entries());
        make("newTable", VALUES, it.variable(), site);
      }
      case MuInstruction.Gather it -> {
        formulas.write(it.from());
        make("gather", VALUE, it.variable(), site);
      }
      case MuInstruction.SetElement it -> {
        formulas.write(it.list());
        formulas.write(it.index());
        formulas.write(it.value());
        method.step(TABLES, "setElement", site, CD_void, VALUE, VALUE, VALUE);
      }
      case MuInstruction.Push it -> {
        formulas.write(it.list());
        formulas.write(it.value());
        method.step(TABLES, "push", site, CD_void, VALUE, VALUE);
      }
      case MuInstruction.Pop it -> pop(it);
      case MuInstruction.Remove it -> {
        formulas.write(it.table());
        formulas.write(it.key());
        method.step(TABLES, "remove", site, CD_void, VALUE, VALUE);
      }
      case MuInstruction.Branch it -> {
        formulas.write(it.condition());
        method.step(STEPS, "branch", site, CD_boolean, VALUE);
        method.out.ifeq(method.label(it.otherwise()));
        goOn(it, it.then());
        return;
      }
      case MuInstruction.StartRange it -> startRange(it);
      case MuInstruction.StartWalk it -> startWalk(it);
      case MuInstruction.Turn it -> {
        turn(it);
        return;
      }
      case MuInstruction.Call it -> call(it);
      case MuInstruction.Return it -> {
        it.value().ifPresentOrElse(formulas::write, method.out::aconst_null);
        method.out.dup().lload(frame);
        method.step(STEPS, "leave", site, CD_void, VALUE, CD_long);
        method.out.areturn();
        return;
      }
      case MuInstruction.Print it -> {
        formulas.write(it.value());
        method.step(STEPS, "print", site, CD_void, VALUE);
      }
      case MuInstruction.Assert it -> held(it.condition(), site);
      case MuInstruction.Require it -> held(it.condition(), site);
      case MuInstruction.Check it -> held(it.condition(), site);
      case MuInstruction.Break it -> leaveLoop("leaveLoop", it.variable(), site);
    }
    goOn(instruction, Flow.next(instruction));
  }

  /// Goes on at `next`, which may be what is written next.
  private void goOn(MuInstruction from, int next) {
    if (next != from.site() + 1) {
      method.out.goto_(method.label(next));
    }
  }

  private void bind(MuInstruction.Bind it) {
    formulas.write(it.value());
    method.out.dup();
    method.load(it.variable()).out.swap().lload(frame);
    method.step(STEPS, "bind", it.site(), CD_long, VALUE, VALUE, CD_long);
    method.out.lstore(frame);
    method.store(it.variable());
  }

  /// The step that makes a list, map or set of what is on the stack.
  private void make(String step, ClassDesc of, String variable, int site) {
    method.load(variable).out.lload(frame);
    method.step(TABLES, step, site, CD_long, of, VALUE, CD_long);
    method.out.lstore(frame);
    method.given();
    method.store(variable);
  }

  private void pop(MuInstruction.Pop it) {
    formulas.write(it.list());
    it.variable().ifPresentOrElse(method::load, method.out::aconst_null);
    method.out.lload(frame);
    method.step(TABLES, "pop", it.site(), CD_long, VALUE, VALUE, CD_long);
    method.out.lstore(frame);
    if (it.variable().isPresent()) {
      method.given();
      method.store(it.variable().get());
    }
  }

  private void held(Formula condition, int site) {
    formulas.write(condition);
    method.step(STEPS, "held", site, CD_void, VALUE);
  }

  private void startRange(MuInstruction.StartRange it) {
    formulas.write(it.from());
    formulas.write(it.to());
    method.store("bound " + it.variable()).store("upcoming " + it.variable());
    method.load("upcoming " + it.variable()).load("bound " + it.variable());
    method.step(STEPS, "startRange", it.site(), CD_void, VALUE, VALUE);
    walks.remove(it.variable());
  }

  private void startWalk(MuInstruction.StartWalk it) {
    formulas.write(it.list());
    method.out.dup();
    method.store("walked " + it.variable());
    method.step(STEPS, "startWalk", it.site(), CD_int, VALUE);
    method.out.istore(method.slot("length " + it.variable()));
    method.out.iconst_0().istore(method.slot("visited " + it.variable()));
    walks.add(it.variable());
  }

  private void turn(MuInstruction.Turn it) {
    String variable = it.variable();
    Label turns = method.out.newLabel();
    boolean walk = walks.contains(variable);
    if (walk) {
      method.load("walked " + variable).out.iload(method.slot("visited " + variable));
      method.out.iload(method.slot("length " + variable));
      method.step(STEPS, "walks", it.site(), CD_boolean, VALUE, CD_int, CD_int);
    } else {
      method.load("upcoming " + variable).load("bound " + variable);
      method.call(STEPS, "turns", CD_boolean, VALUE, VALUE);
    }
    method.out.ifne(turns);
    leaveLoop("endLoop", variable, it.site());
    method.out.goto_(method.label(it.next())).labelBinding(turns);
    if (walk) {
      method.given();
      method.out.iinc(method.slot("visited " + variable), 1);
    } else {
      method.load("upcoming " + variable).out.dup();
      method.call(STEPS, "after", VALUE, VALUE);
      method.store("upcoming " + variable);
    }
    method.out.dup();
    method.load(variable).out.swap().lload(frame);
    method.step(STEPS, "turn", it.site(), CD_long, VALUE, VALUE, CD_long);
    method.out.lstore(frame);
    method.store(variable).out.goto_(method.label(it.body()));
  }

  private void leaveLoop(String step, String variable, int site) {
    method.load(variable).out.lload(frame);
    method.step(STEPS, step, site, CD_long, VALUE, CD_long);
    method.out.lstore(frame).aconst_null();
    method.store(variable);
  }

  private void call(MuInstruction.Call it) {
    array(it.arguments());
    method.out.dup();
    method.step(STEPS, "enter", it.site(), CD_void, VALUES);
    method.invoke(it.function());
    Optional<String> variable = it.variable();
    if (variable.isEmpty()) {
      method.out.pop();
      method.callWithRun(STEPS, "dropped", CD_void);
      return;
    }
    method.out.dup();
    method.load(variable.get()).out.swap().lload(frame);
    method.callWithRun(STEPS, "returned", CD_long, VALUE, VALUE, CD_long);
    method.out.lstore(frame);
    method.store(variable.get());
  }

  private void array(List<Formula> parts) {
    method.out.loadConstant(parts.size()).anewarray(VALUE);
    for (int i = 0; i < parts.size(); i++) {
      method.out.dup().loadConstant(i);
      formulas.write(parts.get(i));
      method.out.aastore();
    }
  }
}
