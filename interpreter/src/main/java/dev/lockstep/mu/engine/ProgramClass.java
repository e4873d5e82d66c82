package dev.lockstep.mu.engine;

import dev.lockstep.grammar.Deep;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;

/// A program as a hidden class of the JVM. It lives in the package of its engine, so that it calls
/// what the engine opens to nobody else.
public final class ProgramClass {
  private final MethodHandles.Lookup made;

  private ProgramClass(MethodHandles.Lookup made) {
    this.made = made;
  }

  /// The name by which an engine's class calls its own methods.
  public static ClassDesc nameBeside(Class<?> engine) {
    return ClassDesc.of(engine.getPackageName(), "MuProgramClass");
  }

  /// Defines the class beside the engine that looks. Throws `Uncompiled` where the JVM cannot hold
  /// it.
  public static ProgramClass define(MethodHandles.Lookup engine, Consumer<ClassBuilder> members) {
    ClassDesc name = nameBeside(engine.lookupClass());
    return Deep.call(
        () -> {
          try {
            byte[] bytes = ClassFile.of().build(name, members);
            return new ProgramClass(engine.defineHiddenClass(bytes, true));
          } catch (IllegalArgumentException e) {
            throw new Uncompiled("a method beyond the JVM's limits: " + e.getMessage());
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /// A static method of the class.
  public MethodHandle method(String name, MethodType type) {
    try {
      return made.findStatic(made.lookupClass(), name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Fills a static field of the class.
  public void set(String field, Object[] values) {
    try {
      made.findStaticVarHandle(made.lookupClass(), field, Object[].class).set(values);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
