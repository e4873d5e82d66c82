package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuConfiguration;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A program as JVM bytecode, one hidden class an engine, one method a function; the fast engine's.
/// `ExactCode` is the exact engine's.
final class CompiledMu {
  static final ClassDesc OWNER = ClassDesc.of("dev.lockstep.mu.MuProgramClass");
  private static final int METHOD = ClassFile.ACC_STATIC;

  private CompiledMu() {}

  /// The fast engine's code: `run` answers what `main` returned, `null` where it returns nothing.
  record Fast(MuCode code, MethodHandle start) {

    /// Code whose loops count with JVM ints where `narrow`, or else deviate.
    ///
    /// Throws `Uncompiled` where the program cannot be held by the JVM or has parts that the engine
    /// does not know.
    static Fast of(MuCode code, boolean narrow) {
      MethodHandles.Lookup made =
          define(
              builder -> {
                List<TypedFunction> functions =
                    code.functions().stream().map(it -> TypedFunction.of(code, it)).toList();
                Map<String, Ranges> ranges = Ranges.of(functions, MuProgram.MAIN, narrow);
                for (TypedFunction typed : functions) {
                  MuFunction function = typed.function();
                  builder.withMethodBody(
                      FastCompiler.methodName(function),
                      FastTypes.of(function),
                      METHOD,
                      out ->
                          FastCompiler.write(OWNER, code, typed, ranges.get(function.name()), out));
                }
                builder.withMethodBody(
                    "start",
                    MethodTypeDesc.of(CD_Object, CD_Object.arrayType(), FastTypes.RUN),
                    METHOD,
                    out ->
                        FastTypes.writeStart(
                            OWNER, code.program().main(), ranges.get(MuProgram.MAIN), out));
              });
      MethodType type = MethodType.methodType(Object.class, Object[].class, FastRun.class);
      return new Fast(code, method(made, "start", type));
    }

    /// Throws `Deviation`, `ArithmeticException`, `IndexOutOfBoundsException` or
    /// `StackOverflowError` where the run is not for this engine, and `Abandoned`.
    Runner.Finish run(MuConfiguration start, FastRun run) {
      List<String> names =
          code.program().main().parameters().stream().map(MuParameter::name).toList();
      Object result = call(run, run.arguments(start, names));
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

  /// Throws `Uncompiled` where the JVM cannot hold the class.
  static MethodHandles.Lookup define(Consumer<ClassBuilder> members) {
    return Deep.call(
        () -> {
          try {
            byte[] bytes = ClassFile.of().build(OWNER, members);
            return MethodHandles.lookup().defineHiddenClass(bytes, true);
          } catch (IllegalArgumentException e) {
            throw new Uncompiled("a method beyond the JVM's limits: " + e.getMessage());
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static MethodHandle method(MethodHandles.Lookup in, String name, MethodType type) {
    try {
      return in.findStatic(in.lookupClass(), name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
