package dev.lockstep.launcher;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// `equals` or `hashCode` of a record, as a static method of it.
///
/// @see java.lang.runtime.ObjectMethods#bootstrap
record RecordMethod(ClassDesc type, List<Component> components, boolean isEquals)
    implements Consumer<CodeBuilder> {
  private static final int SELF = 0;
  private static final int OTHER = 1;
  private static final int PRIME = 31; // what the JDK multiplies by
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();

  /// One field.
  record Component(String name, ClassDesc type) {}

  /// `arguments` are the bootstrap method's: the record, its components' names, their getters.
  static Optional<Consumer<CodeBuilder>> of(String method, List<ConstantDesc> arguments) {
    if (!method.equals("equals") && !method.equals("hashCode")) {
      return Optional.empty(); // `toString` is rare
    }
    List<Component> components =
        arguments.stream()
            .skip(2)
            .map(DirectMethodHandleDesc.class::cast)
            .map(it -> new Component(it.methodName(), it.invocationType().returnType()))
            .toList();
    return Optional.of(
        new RecordMethod((ClassDesc) arguments.getFirst(), components, method.equals("equals")));
  }

  @Override
  public void accept(CodeBuilder code) {
    if (isEquals) {
      equality(code);
    } else {
      hash(code);
    }
  }

  private void equality(CodeBuilder code) {
    Label same = code.newLabel();
    Label differ = code.newLabel();
    code.aload(SELF).aload(OTHER).if_acmpeq(same);
    code.aload(OTHER).instanceOf(type).ifeq(differ);
    code.aload(OTHER).checkcast(type).astore(OTHER);
    for (Component component : components) {
      code.aload(SELF).getfield(type, component.name(), component.type());
      code.aload(OTHER).getfield(type, component.name(), component.type());
      compare(code, component.type(), differ);
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(differ).iconst_0().ireturn();
  }

  private static void compare(CodeBuilder code, ClassDesc type, Label differ) {
    switch (TypeKind.from(type)) {
      case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differ);
      case LONG -> code.lcmp().ifne(differ);
      case FLOAT, DOUBLE -> // by `compare`, so that a NaN is itself and 0.0 not -0.0
          code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type))
              .ifne(differ);
      case REFERENCE ->
          code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
              .ifeq(differ);
      case VOID -> throw new IllegalStateException("a component without a type");
    }
  }

  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (Component component : components) {
      boolean primitive = component.type().isPrimitive();
      code.loadConstant(PRIME).imul();
      code.aload(SELF).getfield(type, component.name(), component.type());
      code.invokestatic(
              primitive ? box(component.type()) : OBJECTS,
              "hashCode",
              MethodTypeDesc.of(CD_int, primitive ? component.type() : CD_Object))
          .iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> CD_Boolean;
      case BYTE -> CD_Byte;
      case CHAR -> CD_Character;
      case SHORT -> CD_Short;
      case INT -> CD_Integer;
      case LONG -> CD_Long;
      case FLOAT -> CD_Float;
      case DOUBLE -> CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
