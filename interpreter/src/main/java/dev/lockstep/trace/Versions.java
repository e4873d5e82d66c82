package dev.lockstep.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What wrote a file: the versions of Lockstep and of Java.
public record Versions(String lockstep, String java) {

  /// Those of this process.
  public static Versions current() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(properties.getProperty("version"), Runtime.version().toString());
  }
}
