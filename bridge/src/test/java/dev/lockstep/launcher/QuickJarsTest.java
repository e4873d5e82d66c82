package dev.lockstep.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuickJarsTest {
  @TempDir Path folder;

  @Test
  void raisedClassesWorkAndAreNewEnoughForTheClassCache() throws Exception {
    Path original =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = Files.copy(original, folder.resolve("picocli-copy.jar"));
    QuickJars.main(new String[] {folder.toString(), "picocli-"});

    try (ZipFile before = new ZipFile(original.toFile());
        ZipFile after = new ZipFile(jar.toFile())) {
      assertThat(names(after)).isEqualTo(names(before));
      for (String name : names(after)) {
        if (name.endsWith(".class")) {
          assertThat(version(after, name)).as(name).isGreaterThanOrEqualTo(51);
        }
      }
      assertThat(version(before, "picocli/CommandLine.class")).isLessThan(50);
    }

    // Every class passes the verifier, and the library answers.
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        ZipFile after = new ZipFile(jar.toFile())) {
      for (String name : names(after)) {
        if (name.startsWith("picocli/CommandLine") && name.endsWith(".class")) {
          Class.forName(name.replace('/', '.').substring(0, name.length() - 6), true, alone);
        }
      }
      Class<?> line = alone.loadClass("picocli.CommandLine");
      assertThat(line.getField("VERSION").get(null)).isEqualTo(CommandLine.VERSION);
    }
  }

  @Test
  void otherJarsStayAsTheyAre() throws Exception {
    Path text = Files.writeString(folder.resolve("other.jar"), "no jar at all");
    QuickJars.main(new String[] {folder.toString(), "picocli-"});
    assertThat(text).hasContent("no jar at all");
  }

  private static List<String> names(ZipFile jar) {
    return jar.stream().map(ZipEntry::getName).toList();
  }

  private static int version(ZipFile jar, String name) throws Exception {
    try (var in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
      in.readInt();
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }
}
