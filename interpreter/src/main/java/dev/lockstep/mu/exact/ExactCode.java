package dev.lockstep.mu.exact;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.engine.ProgramClass;
import dev.lockstep.mu.engine.Uncompiled;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Stopped;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A program as the exact engine's bytecode: one hidden class, one method a function.
public final class ExactCode {
  private static final ClassDesc OWNER = ProgramClass.nameBeside(ExactCode.class);

  private final MuCode code;
  private final Map<String, MethodHandle> methods; // by the functions' names

  private ExactCode(MuCode code, Map<String, MethodHandle> methods) {
    this.code = code;
    this.methods = methods;
  }

  /// Functions that are too large for a method are left to `ExactFunction`. Throws `Uncompiled`
  /// where the JVM cannot hold the program even so.
  public static ExactCode of(MuCode code) {
    try {
      return define(code, code.functions(), Set.of());
    } catch (Uncompiled _) {
      return of(code, it -> !fits(code, it));
    }
  }

  /// With the functions that are `large` left to `ExactFunction`.
  static ExactCode of(MuCode code, Predicate<MuFunction> large) {
    Set<String> names =
        code.functions().stream().filter(large).map(MuFunction::name).collect(Collectors.toSet());
    return define(code, code.functions(), names);
  }

  /// Whether the function has room in a method, with all others left out of its class.
  private static boolean fits(MuCode code, MuFunction function) {
    try {
      define(code, List.of(function), Set.of());
      return true;
    } catch (Uncompiled _) {
      return false;
    }
  }

  private static ExactCode define(MuCode code, List<MuFunction> functions, Set<String> large) {
    List<Object> pool = new ArrayList<>();
    ProgramClass made =
        ProgramClass.define(
            MethodHandles.lookup(),
            builder -> {
              builder.withField(ExactMethod.POOL, ExactMethod.CONSTANTS, ClassFile.ACC_STATIC);
              for (MuFunction function : functions) {
                builder.withMethodBody(
                    ExactMethod.name(function.name()),
                    ExactMethod.SIGNATURE,
                    ClassFile.ACC_STATIC,
                    out -> {
                      ExactMethod method = new ExactMethod(OWNER, out, pool);
                      if (large.contains(function.name())) {
                        ExactCompiler.writeLarge(function, method);
                      } else {
                        ExactCompiler.write(code, function, method);
                      }
                    });
              }
            });
    made.set(ExactMethod.POOL, pool.toArray());
    MethodType type = MethodType.methodType(MuValue.class, MuValue[].class, ExactRun.class);
    Map<String, MethodHandle> methods = new HashMap<>();
    for (MuFunction function : functions) {
      String name = function.name();
      methods.put(name, made.method(ExactMethod.name(name), type));
    }
    return new ExactCode(code, methods);
  }

  MuCode code() {
    return code;
  }

  /// A run watched by `sink`, or else with its lines going to `printed`. Throws
  /// `StackOverflowError`, and `Abandoned` where whoever watches stops it.
  public Runner.Finish run(
      MuConfiguration start,
      Budget budget,
      Optional<StepSink<MuDelta>> sink,
      Predicate<String> printed) {
    ExactRun run = new ExactRun(this, start, budget, sink, printed);
    MuValue[] arguments =
        code.program().main().parameters().stream()
            .map(it -> start.frame().variables().get(it.name()))
            .toArray(MuValue[]::new);
    Ending ending = new Ending.Halted();
    Optional<Value> output = Optional.empty();
    try {
      output =
          Optional.ofNullable(call(code.program().main().name(), arguments, run))
              .map(run.heap::copy);
    } catch (ExactRun.Ended ended) {
      ending = ended.ending();
    } catch (Stopped stopped) {
      ending = new Ending.Failed(run.under(stopped.fault()));
    }
    return new Runner.Finish(ending, run.steps(), run.reached(), output);
  }

  /// What the function gives back, null where it gives nothing.
  MuValue call(String function, MuValue[] arguments, ExactRun run) {
    try {
      return (MuValue) methods.get(function).invokeExact(arguments, run);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
