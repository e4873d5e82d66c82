package dev.lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Raises the classes of jars to a version that the JVM's class cache takes. It leaves out those of
/// Java 5, which picocli is compiled for, since they come without the frames that a verifier reads;
/// they are a tenth of what a start loads and the dearest part of it.
final class OldClasses {
  /// The first version (Java 7) whose classes carry frames.
  private static final int FRAMES = ClassFile.JAVA_7_VERSION;

  private OldClasses() {}

  /// Rewrites each jar in the folder `args[0]` whose name begins with one of the other arguments.
  public static void main(String[] args) throws IOException {
    List<String> names = List.of(args).subList(1, args.length);
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path jar : files.sorted().toList()) {
        String name = jar.getFileName().toString();
        if (name.endsWith(".jar") && names.stream().anyMatch(name::startsWith)) {
          raise(jar);
        }
      }
    }
  }

  /// Rewrites one jar, all of it or nothing, and says how many classes it raised.
  static int raise(Path jar) throws IOException {
    Path raised = Files.createTempFile(jar.toAbsolutePath().getParent(), "raised", ".tmp");
    int count = 0;
    try {
      try (ZipFile in = new ZipFile(jar.toFile());
          OutputStream file = Files.newOutputStream(raised);
          ZipOutputStream out = new ZipOutputStream(file)) {
        ClassFile classes =
            ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy(in)));
        for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          byte[] content = in.getInputStream(entry).readAllBytes();
          out.putNextEntry(new ZipEntry(entry.getName()));
          if (entry.getName().endsWith(".class")) {
            ClassModel model = classes.parse(content);
            boolean old = model.majorVersion() < FRAMES;
            out.write(old ? classes.transformClass(model, raising()) : content);
            count += old ? 1 : 0;
          } else {
            out.write(content);
          }
          out.closeEntry();
        }
      }
      Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(raised);
    }
    return count;
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

  /// Which class extends which: of the jar's own classes and of the JDK's.
  private static ClassHierarchyResolver hierarchy(ZipFile jar) {
    return ClassHierarchyResolver.ofResourceParsing(
            type -> {
              ZipEntry entry =
                  jar.getEntry(
                      type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
              try {
                return entry == null ? null : jar.getInputStream(entry);
              } catch (IOException _) {
                return null;
              }
            })
        .orElse(ClassHierarchyResolver.defaultResolver());
  }
}
