package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.engine.ProgramClass;
import dev.lockstep.mu.machine.MuConfiguration;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A program as the fast engine's bytecode: one hidden class, one method a function.
public final class FastCode {
  private static final ClassDesc OWNER = ProgramClass.nameBeside(FastCode.class);
  private static final String START = "start";
  private static final MethodTypeDesc START_TYPE =
      MethodTypeDesc.of(CD_Object, CD_Object.arrayType(), FastTypes.RUN);

  private final MuCode code;
  private final MethodHandle start; // answers what `main` returned, null where it returns nothing

  private FastCode(MuCode code, MethodHandle start) {
    this.code = code;
    this.start = start;
  }

  /// Code whose loops count with JVM ints where `narrow`, or else deviate.
  ///
  /// Throws `Uncompiled` where the program cannot be held by the JVM or has parts that the engine
  /// does not know.
  public static FastCode of(MuCode code, boolean narrow) {
    ProgramClass made =
        ProgramClass.define(
            MethodHandles.lookup(),
            builder -> {
              List<TypedFunction> functions =
                  code.functions().stream().map(it -> TypedFunction.of(code, it)).toList();
              Map<String, Ranges> ranges = Ranges.of(functions, MuProgram.MAIN, narrow);
              for (TypedFunction typed : functions) {
                MuFunction function = typed.function();
                builder.withMethodBody(
                    FastCompiler.methodName(function),
                    FastTypes.of(function),
                    ClassFile.ACC_STATIC,
                    out ->
                        FastCompiler.write(OWNER, code, typed, ranges.get(function.name()), out));
              }
              builder.withMethodBody(
                  START,
                  START_TYPE,
                  ClassFile.ACC_STATIC,
                  out ->
                      FastTypes.writeStart(
                          OWNER, code.program().main(), ranges.get(MuProgram.MAIN), out));
            });
    MethodType type = MethodType.methodType(Object.class, Object[].class, FastRun.class);
    return new FastCode(code, made.method(START, type));
  }

  /// A run with its lines going to `printed`. Throws `Deviation`, `ArithmeticException`,
  /// `IndexOutOfBoundsException` or `StackOverflowError` where it is not for this engine, and
  /// `Abandoned` where whoever watches stops it.
  public Runner.Finish run(MuConfiguration from, Budget budget, Predicate<String> printed) {
    FastRun run = new FastRun(budget, printed);
    List<String> names =
        code.program().main().parameters().stream().map(MuParameter::name).toList();
    Object result = call(run, run.arguments(from, names));
    Optional<Value> output =
        code.program().main().result().map(type -> FastRun.value(result, type));
    return new Runner.Finish(
        new Ending.Halted(), run.steps(), Optional.of(code.at(run.last).span()), output);
  }

  private Object call(FastRun run, Object[] arguments) {
    try {
      return start.invokeExact(arguments, run);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
