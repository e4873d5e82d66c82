package dev.lockstep.cli;

import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;

/// Languages from jars that Lockstep has never seen: for as long as this is open, `Languages` finds
/// them on this thread, and on the threads that it starts.
final class LanguagePath implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader jars;

  private LanguagePath(URLClassLoader jars) {
    this.jars = jars;
    Thread.currentThread().setContextClassLoader(jars);
  }

  /// Jars, and folders of jars. Throws `Misuse` where there is no such file, or its languages
  /// cannot be loaded.
  static LanguagePath of(List<Path> paths) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          for (Path jar : inside.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
            urls.add(url(jar));
          }
        }
      } else if (Files.isRegularFile(path)) {
        urls.add(url(path));
      } else {
        throw new Misuse("--language-path: no such file: " + path);
      }
    }
    LanguagePath open =
        new LanguagePath(
            new URLClassLoader(urls.toArray(URL[]::new), LanguagePath.class.getClassLoader()));
    if (!urls.isEmpty()) {
      open.check(paths);
    }
    return open;
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private void check(List<Path> paths) {
    try {
      var _ = Languages.all();
    } catch (ServiceConfigurationError | LinkageError e) {
      close();
      throw new Misuse(
          "--language-path: a language in " + paths + " cannot be loaded: " + e.getMessage(),
          "Build it against this version of Lockstep.");
    }
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
    try {
      jars.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
