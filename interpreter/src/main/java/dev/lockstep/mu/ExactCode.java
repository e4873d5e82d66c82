package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.lang.classfile.ClassFile;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program as the exact engine's bytecode: one hidden class, one method a function.
record ExactCode(MuCode code, MethodHandle main) {
  /// Throws `Uncompiled` where the JVM cannot hold the program.
  static ExactCode of(MuCode code) {
    List<Object> pool = new ArrayList<>();
    MethodHandles.Lookup made =
        CompiledMu.define(
            builder -> {
              builder.withField(ExactMethod.POOL, ExactMethod.CONSTANTS, ClassFile.ACC_STATIC);
              for (MuFunction function : code.functions()) {
                builder.withMethodBody(
                    ExactMethod.name(function.name()),
                    ExactMethod.SIGNATURE,
                    ClassFile.ACC_STATIC,
                    out ->
                        ExactCompiler.write(
                            code, function, new ExactMethod(CompiledMu.OWNER, out, pool)));
              }
            });
    fill(made, pool);
    MethodType type = MethodType.methodType(MuValue.class, MuValue[].class, ExactRun.class);
    String main = ExactMethod.name(code.program().main().name());
    return new ExactCode(code, CompiledMu.method(made, main, type));
  }

  private static void fill(MethodHandles.Lookup made, List<Object> pool) {
    try {
      made.findStaticSetter(made.lookupClass(), ExactMethod.POOL, Object[].class)
          .invoke((Object) pool.toArray());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
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
      output = Optional.ofNullable(call(run, arguments)).map(run.heap::copy);
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
