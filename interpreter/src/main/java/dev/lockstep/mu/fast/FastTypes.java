package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.grammar.mu.MuFunction;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// The JVM's types of values and functions of the fast engine: ints as longs, truths as booleans,
/// lists as `FastList`.
final class FastTypes {
  static final ClassDesc RUN = FunctionBody.type(FastRun.class);
  static final ClassDesc LIST = FunctionBody.type(FastList.class);
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
  private static final ClassDesc BOOLEAN = ClassDesc.of("java.lang.Boolean");

  private FastTypes() {}

  static ClassDesc of(Kind kind) {
    return switch (kind) {
      case Kind.Int() -> CD_long;
      case Kind.Bool() -> CD_boolean;
      case Kind.ListOf _, Kind.Unknown _ -> LIST;
    };
  }

  static TypeKind local(Kind kind) {
    return switch (kind) {
      case Kind.Int() -> TypeKind.LONG;
      case Kind.Bool() -> TypeKind.INT;
      case Kind.ListOf _, Kind.Unknown _ -> TypeKind.REFERENCE;
    };
  }

  /// The function's parameters, then the run.
  static MethodTypeDesc of(MuFunction function) {
    List<ClassDesc> types =
        new ArrayList<>(function.parameters().stream().map(it -> of(Kind.of(it.type()))).toList());
    types.add(RUN);
    return MethodTypeDesc.of(function.result().map(it -> of(Kind.of(it))).orElse(CD_void), types);
  }

  /// Writes a method that takes `main`'s arguments as objects, and answers its result as one.
  static void writeStart(ClassDesc owner, MuFunction main, Ranges ranges, CodeBuilder out) {
    for (int i = 0; i < main.parameters().size(); i++) {
      out.aload(0).loadConstant(i).aaload();
      switch (Kind.of(main.parameters().get(i).type())) {
        case Kind.Int() -> {
          out.checkcast(LONG).invokevirtual(LONG, "longValue", MethodTypeDesc.of(CD_long));
          if (ranges.isNarrowed(main.parameters().get(i).name())) {
            out.invokestatic(RUN, "narrow", MethodTypeDesc.of(CD_int, CD_long)).i2l();
          }
        }
        case Kind.Bool() ->
            out.checkcast(BOOLEAN)
                .invokevirtual(BOOLEAN, "booleanValue", MethodTypeDesc.of(CD_boolean));
        case Kind.ListOf _, Kind.Unknown _ -> out.checkcast(LIST);
      }
    }
    out.aload(1).invokestatic(owner, FastCompiler.methodName(main), of(main));
    main.result().map(Kind::of).ifPresentOrElse(kind -> box(kind, out), out::aconst_null);
    out.areturn();
  }

  private static void box(Kind kind, CodeBuilder out) {
    switch (kind) {
      case Kind.Int() -> out.invokestatic(LONG, "valueOf", MethodTypeDesc.of(LONG, CD_long));
      case Kind.Bool() ->
          out.invokestatic(BOOLEAN, "valueOf", MethodTypeDesc.of(BOOLEAN, CD_boolean));
      case Kind.ListOf _, Kind.Unknown _ -> {}
    }
  }
}
