package dev.lockstep.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Rewrites jars for the JVM's class cache; their classes do what they did before.
final class QuickJars {
  /// Which class extends which: asked of the class path, on which the jars must stand.
  static final ClassHierarchyResolver HIERARCHY =
      ClassHierarchyResolver.ofResourceParsing(QuickJars.class.getClassLoader())
          .orElse(ClassHierarchyResolver.defaultResolver());

  private QuickJars() {}

  /// Rewrites each jar in the folder `args[0]` whose name begins with one of the other arguments.
  public static void main(String[] args) throws IOException {
    List<String> names = List.of(args).subList(1, args.length);
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path jar : files.sorted().toList()) {
        String name = jar.getFileName().toString();
        if (name.endsWith(".jar") && names.stream().anyMatch(name::startsWith)) {
          rewrite(jar);
        }
      }
    }
  }

  /// Rewrites one jar, all of it or nothing.
  private static void rewrite(Path jar) throws IOException {
    Path draft = jar.resolveSibling(jar.getFileName() + ".draft");
    try {
      try (ZipFile in = new ZipFile(jar.toFile());
          OutputStream file = Files.newOutputStream(draft);
          ZipOutputStream out = new ZipOutputStream(file)) {
        for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          byte[] content = in.getInputStream(entry).readAllBytes();
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(entry.getName().endsWith(".class") ? quick(content) : content);
          out.closeEntry();
        }
      }
      Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// The class as the cache takes it; the same bytes where there is nothing to do.
  static byte[] quick(byte[] content) {
    ClassModel model = ClassFile.of().parse(content);
    if (OldClasses.isOld(model)) {
      return OldClasses.raise(model, HIERARCHY);
    }
    return LinkedAhead.rewrite(model, HIERARCHY).orElse(content);
  }
}
