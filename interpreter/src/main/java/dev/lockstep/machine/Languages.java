package dev.lockstep.machine;

import dev.lockstep.grammar.UnreadableSource;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages on the class path.
public final class Languages {
  private Languages() {}

  /// All of them, by name.
  public static List<Language<?, ?, ?>> all() {
    return found().sorted(Comparator.comparing(Language::name)).toList();
  }

  /// Looks no further along the class path than is asked for.
  private static Stream<Language<?, ?, ?>> found() {
    return ServiceLoader.load(Language.class).stream().map(ServiceLoader.Provider::get);
  }

  /// The language that a file's suffix names. Throws `UnreadableSource` where there is none.
  public static Language<?, ?, ?> of(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return found()
        .filter(language -> name.endsWith("." + language.suffix()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableSource(
                    file
                        + ": unknown kind of program; expected a file ending in "
                        + all().stream()
                            .map(language -> "." + language.suffix() + " (" + language.name() + ")")
                            .collect(Collectors.joining(" or "))));
  }
}
