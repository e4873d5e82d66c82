package dev.lockstep.mu.exact;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.lockstep.mu.value.MuValue;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A method of the exact engine's class while it is written: the JVM's locals by name, the labels
/// of sites, constants, and calls of the engine's own methods.
final class ExactMethod {
  static final ClassDesc RUN = type(ExactRun.class);
  static final ClassDesc VALUE = type(MuValue.class);
  static final ClassDesc VALUES = VALUE.arrayType();
  static final MethodTypeDesc SIGNATURE = MethodTypeDesc.of(VALUE, VALUES, RUN);

  /// The hidden class's field of constants that the class file cannot hold.
  static final String POOL = "constants";

  static final ClassDesc CONSTANTS = CD_Object.arrayType();

  private static final int ARGUMENTS = 0;
  private static final int THE_RUN = 1;

  final ClassDesc owner;
  final CodeBuilder out;
  private final List<Object> pool;
  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<Integer, Label> labels = new HashMap<>();

  /// Constants are added to `pool`.
  ExactMethod(ClassDesc owner, CodeBuilder out, List<Object> pool) {
    this.owner = owner;
    this.out = out;
    this.pool = pool;
  }

  static ClassDesc type(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  Label label(int site) {
    return labels.computeIfAbsent(site, _ -> out.newLabel());
  }

  /// The end of the body, whose instructions are `sites` many from `first` on. Only a condition
  /// that is `true` itself leads elsewhere, and never does.
  void end(int first, int sites) {
    List<Label> elsewhere = new ArrayList<>();
    labels.forEach(
        (site, label) -> {
          if (site < first || site >= first + sites) {
            elsewhere.add(label);
          }
        });
    if (!elsewhere.isEmpty()) {
      elsewhere.forEach(out::labelBinding);
      out.aconst_null().athrow();
    }
  }

  /// The JVM's local of this name, which takes one place.
  int slot(String name) {
    return slots.computeIfAbsent(name, _ -> out.allocateLocal(TypeKind.REFERENCE));
  }

  ExactMethod load(String name) {
    out.aload(slot(name));
    return this;
  }

  ExactMethod store(String name) {
    out.astore(slot(name));
    return this;
  }

  void loadArguments() {
    out.aload(ARGUMENTS);
  }

  void loadRun() {
    out.aload(THE_RUN);
  }

  void constant(Object value, Class<?> type) {
    int index = pool.size();
    pool.add(value);
    out.getstatic(owner, POOL, CONSTANTS).loadConstant(index).aaload().checkcast(type(type));
  }

  /// Calls a method of the engine with what is on the stack.
  void call(Class<?> of, String name, ClassDesc result, ClassDesc... operands) {
    out.invokestatic(type(of), name, MethodTypeDesc.of(result, operands));
  }

  /// The same for a method that takes the run last.
  void callWithRun(Class<?> of, String name, ClassDesc result, ClassDesc... operands) {
    ClassDesc[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = RUN;
    out.aload(THE_RUN);
    call(of, name, result, all);
  }

  /// The step of the instruction at `site`, whose operands are on the stack.
  void step(Class<?> of, String name, int site, ClassDesc result, ClassDesc... operands) {
    ClassDesc[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = CD_int;
    out.loadConstant(site);
    callWithRun(of, name, result, all);
  }

  /// Pushes what the last step gave.
  void given() {
    out.aload(THE_RUN).getfield(RUN, "given", VALUE);
  }

  /// Pushes the place of the last element.
  void place() {
    out.aload(THE_RUN).getfield(RUN, "place", ConstantDescs.CD_String);
  }

  /// Calls a function of the program with the array of arguments on the stack.
  void invoke(String function) {
    out.aload(THE_RUN).invokestatic(owner, name(function), SIGNATURE);
  }

  /// The name of the method of a function.
  static String name(String function) {
    return "mu_" + function;
  }
}
