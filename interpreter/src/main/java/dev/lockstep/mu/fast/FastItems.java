package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// The array of a `FastList` that holds elements of one kind, as bytecode knows it.
///
/// Reads and checks are written out, never calls of a method of `FastList`: what a loop has seldom
/// done before it is compiled, the JVM would not inline.
record FastItems(Kind element) {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  /// The field's name.
  String field() {
    return switch (element) {
      case Kind.Int _ -> "numbers";
      case Kind.Bool _ -> "truths";
      case Kind.ListOf _, Kind.Unknown _ -> "rows";
    };
  }

  /// The end of the names of what `FastList` does to it.
  String suffix() {
    return switch (element) {
      case Kind.Int _ -> "Numbers";
      case Kind.Bool _ -> "Truths";
      case Kind.ListOf _, Kind.Unknown _ -> "Rows";
    };
  }

  ClassDesc type() {
    return FastTypes.of(element).arrayType();
  }

  /// As the JVM's array instructions know an element.
  TypeKind item() {
    return switch (element) {
      case Kind.Int _ -> TypeKind.LONG;
      case Kind.Bool _ -> TypeKind.BOOLEAN;
      case Kind.ListOf _, Kind.Unknown _ -> TypeKind.REFERENCE;
    };
  }

  /// Takes a list, and leaves the array.
  void array(CodeBuilder out) {
    out.getfield(FastTypes.LIST, field(), type());
  }

  /// Takes a list, and leaves its size.
  static void size(CodeBuilder out) {
    out.getfield(FastTypes.LIST, "size", CD_int);
  }

  /// Takes an index of type `index` and the size of a list, and leaves an index that is within it.
  static void check(CodeBuilder out, ClassDesc index) {
    if (index.equals(CD_long)) {
      out.i2l();
    }
    out.invokestatic(OBJECTS, "checkIndex", MethodTypeDesc.of(index, index, index));
    if (index.equals(CD_long)) {
      out.l2i();
    }
  }
}
