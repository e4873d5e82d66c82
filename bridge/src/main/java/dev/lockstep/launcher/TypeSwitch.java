package dev.lockstep.launcher;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `int choose(T target, int from)`: the first of `labels`, not before `from`, that `target` is an
/// instance of (a class) or equal to (a text); -1 for null, and the number of labels where none
/// fits.
///
/// @see java.lang.runtime.SwitchBootstraps#typeSwitch
record TypeSwitch(List<ConstantDesc> labels) implements Consumer<CodeBuilder> {
  private static final int TARGET = 0;
  private static final int FROM = 1;
  private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(CD_boolean, CD_Object);

  /// Not where labels are ints or constants of an enum.
  static Optional<Consumer<CodeBuilder>> of(List<ConstantDesc> labels) {
    boolean known =
        labels.stream()
            .allMatch(
                it ->
                    it instanceof String || (it instanceof ClassDesc type && !type.isPrimitive()));
    return known ? Optional.of(new TypeSwitch(labels)) : Optional.empty();
  }

  @Override
  public void accept(CodeBuilder code) {
    List<Label> tests = new ArrayList<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      tests.add(code.newLabel());
      cases.add(SwitchCase.of(label, tests.get(label)));
    }
    Label none = code.newLabel();
    code.aload(TARGET).ifThen(Opcode.IFNULL, it -> it.loadConstant(-1).ireturn());
    code.iload(FROM).tableswitch(none, cases);
    for (int label = 0; label < labels.size(); label++) {
      int chosen = label;
      code.labelBinding(tests.get(label));
      test(code, labels.get(label));
      code.ifThen(it -> it.loadConstant(chosen).ireturn());
    }
    code.labelBinding(none).loadConstant(labels.size()).ireturn();
  }

  private static void test(CodeBuilder code, ConstantDesc label) {
    if (label instanceof ClassDesc type) {
      code.aload(TARGET).instanceOf(type);
    } else {
      code.loadConstant(label).aload(TARGET).invokevirtual(CD_String, "equals", EQUALS);
    }
  }
}
