package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The functions that every program has and that are written in Mu (`library.mu`). A program's own
/// function of the same name takes the place of one.
///
/// In their signatures `T` and `K` are any types, and `O` any type with an order. They call nothing
/// but built-ins, so that no function of a program gets in between.
public final class MuLibrary {
  /// What `library.mu` is called in messages.
  public static final String NAME = "library.mu";

  private static final String BEGIN = "fn ";

  private MuLibrary() {}

  /// Read when it is first asked for.
  private static final class Once {
    private static final Map<String, MuFunction> FUNCTIONS = read();
  }

  /// The names, told from the text alone: most programs need no more.
  private static final class Names {
    private static final List<String> ALL =
        source()
            .text()
            .lines()
            .filter(it -> it.startsWith(BEGIN))
            .map(it -> it.substring(BEGIN.length(), it.indexOf('(')))
            .toList();
  }

  /// The names of all functions, in the order of the file.
  public static List<String> names() {
    return Names.ALL;
  }

  public static Optional<MuFunction> function(String name) {
    return Names.ALL.contains(name) ? Optional.of(Once.FUNCTIONS.get(name)) : Optional.empty();
  }

  /// As it is written.
  public static Source source() {
    try (InputStream in = MuLibrary.class.getResourceAsStream(NAME)) {
      return new Source(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, MuFunction> read() {
    Map<String, MuFunction> functions = new LinkedHashMap<>();
    MuReader.readLibrary(source()).functions().forEach(it -> functions.put(it.name(), it));
    return functions;
  }
}
