package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A program as JVM bytecode, one hidden class an engine, one method a function.
final class CompiledMu {
  private static final ClassDesc OWNER = ClassDesc.of("dev.lockstep.mu.MuProgramClass");
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
                for (MuFunction function : code.functions()) {
                  builder.withMethodBody(
                      FastCompiler.methodName(function),
                      FastTypes.of(function),
                      METHOD,
                      out -> FastCompiler.write(OWNER, code, function, narrow, out));
                }
                builder.withMethodBody(
                    "start",
                    MethodTypeDesc.of(CD_Object, CD_Object.arrayType(), FastTypes.RUN),
                    METHOD,
                    out -> FastTypes.writeStart(OWNER, code.program().main(), out));
              });
      MethodType type = MethodType.methodType(Object.class, Object[].class, FastRun.class);
      return new Fast(code, method(made, "start", type));
    }

    /// Throws `Deviation`, `ArithmeticException`, `IndexOutOfBoundsException` or
    /// `StackOverflowError` where the run is not for this engine, and `Abandoned`.
    Runner.Finish run(MuConfiguration start, FastRun run, long steps) {
      List<String> names =
          code.program().main().parameters().stream().map(MuParameter::name).toList();
      Object result = call(run, run.arguments(start, names));
      Optional<Value> output =
          code.program().main().result().map(type -> FastRun.value(result, type));
      return new Runner.Finish(
          new Ending.Halted(), steps - run.left, Optional.of(code.at(run.last).span()), output);
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

  /// The exact engine's code.
  record Exact(MuCode code, MethodHandle main) {
    /// As `Fast.of`.
    static Exact of(MuCode code) {
      List<Object> pool = new ArrayList<>();
      MethodHandles.Lookup made =
          define(
              builder -> {
                builder.withField(
                    ExactCompiler.POOL, ExactCompiler.CONSTANTS, ClassFile.ACC_STATIC);
                for (MuFunction function : code.functions()) {
                  builder.withMethodBody(
                      FastCompiler.methodName(function),
                      ExactCompiler.SIGNATURE,
                      METHOD,
                      out -> ExactCompiler.write(OWNER, code, function, out, pool));
                }
              });
      try {
        made.findStaticSetter(made.lookupClass(), ExactCompiler.POOL, Object[].class)
            .invoke((Object) pool.toArray());
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      MethodType type = MethodType.methodType(MuValue.class, MuValue[].class, ExactRun.class);
      return new Exact(code, method(made, FastCompiler.methodName(code.program().main()), type));
    }

    /// Throws `StackOverflowError` and `Abandoned`.
    Runner.Finish run(MuConfiguration start, ExactRun run) {
      MuValue[] arguments =
          code.program().main().parameters().stream()
              .map(it -> start.frame().variables().get(it.name()))
              .toArray(MuValue[]::new);
      Ending ending = new Ending.Halted();
      Optional<Value> output = Optional.empty();
      try {
        output = ExactCompiler.result(call(run, arguments)).map(run::copy);
      } catch (ExactRun.Ended ended) {
        ending = ended.ending();
      } catch (Stopped stopped) {
        ending = new Ending.Failed(run.under(stopped.fault()));
      }
      return new Runner.Finish(ending, run.steps(), run.reached(), output);
    }

    private MuValue call(ExactRun run, MuValue[] arguments) {
      try {
        return (MuValue) main.invokeExact(arguments, run);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static MethodHandles.Lookup define(Consumer<ClassBuilder> members) {
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

  private static MethodHandle method(MethodHandles.Lookup in, String name, MethodType type) {
    try {
      return in.findStatic(in.lookupClass(), name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
