package dev.lockstep.launcher;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;

/// Raises classes to a version that the JVM's class cache takes. It leaves out those of Java 5,
/// which picocli is compiled for, since they come without the frames that a verifier reads; they
/// are a tenth of what a start loads and the dearest part of it.
final class OldClasses {
  /// The first version (Java 7) whose classes carry frames.
  private static final int FRAMES = ClassFile.JAVA_7_VERSION;

  private OldClasses() {}

  static boolean isOld(ClassModel model) {
    return model.majorVersion() < FRAMES;
  }

  /// `hierarchy` tells which class extends which.
  static byte[] raise(ClassModel model, ClassHierarchyResolver hierarchy) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    return classes.transformClass(model, raising());
  }

  /// Sets the version, and takes each method's code apart so that its frames are made anew.
  private static ClassTransform raising() {
    CodeTransform rebuilt = (code, element) -> code.with(element);
    ClassTransform version =
        (type, element) -> {
          if (element instanceof ClassFileVersion) {
            type.withVersion(FRAMES, 0);
          } else {
            type.with(element);
          }
        };
    return version.andThen(ClassTransform.transformingMethodBodies(rebuilt));
  }
}
