package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Follows the imports of a program: its own file first, then each imported one once, behind the
/// file that first imports it. None may lead out of the folder of the program.
public final class MuImports {
  private static final String OUTSIDE =
      "expected a file within the folder of the program, found one outside";

  private final Path root;
  private final List<Source> sources = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Set<Path> met = new HashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private int length;

  private MuImports(Path root) {
    this.root = root;
  }

  /// Throws `UnreadableSource` where there is no such file, and `SourceErrors` where an import
  /// cannot be followed.
  public static Source read(Path file) {
    Source source = Source.read(file);
    if (!source.text().contains("import")) {
      return source;
    }
    return new MuImports(real(file.toAbsolutePath()).getParent()).followed(source, file);
  }

  /// The same for a source that is no file, as if it stood in `folder`.
  public static Source read(Source source, Path folder) {
    return new MuImports(real(folder)).followed(source, folder.resolve(source.name()));
  }

  private Source followed(Source source, Path file) {
    add(source, file);
    Source all = Source.joined(sources);
    if (!errors.isEmpty()) {
      throw new SourceErrors(all, errors);
    }
    return all;
  }

  private void add(Source source, Path file) {
    int base = length;
    sources.add(source);
    length += source.text().length() + 1;
    Path real = real(file);
    met.add(real);
    open.push(real);
    for (MuReader.Import it : imports(source)) {
      follow(it, file, new Span(base + it.span().start(), base + it.span().end()));
    }
    open.pop();
  }

  /// None where the text is not in the grammar: reading it all tells what is wrong.
  private static List<MuReader.Import> imports(Source source) {
    try {
      return MuReader.imports(source);
    } catch (SourceErrors _) {
      return List.of();
    }
  }

  private void follow(MuReader.Import it, Path from, Span span) {
    Optional<Path> target = target(it, from);
    if (target.isEmpty() || !target.get().toString().endsWith(".mu")) {
      refuse(span, "expected the path of a Mu file", "Write it as in `import \"lists.mu\"`.");
    } else if (!within(it.path(), from)) {
      refuse(span, OUTSIDE, "Move it into the folder, or the program up.");
    } else if (!Files.isRegularFile(target.get())) {
      refuse(span, "no such file: `" + it.path() + "`", "Paths start where the file stands.");
    } else if (!real(target.get()).startsWith(root)) { // by a link
      refuse(span, OUTSIDE, "Move it into the folder, or the program up.");
    } else if (open.contains(real(target.get()))) {
      String circle =
          open.reversed().stream()
              .map(path -> root.relativize(path).toString())
              .collect(Collectors.joining("` imports `"));
      refuse(
          span,
          "`" + circle + "` imports `" + root.relativize(real(target.get())) + "`: a circle",
          "Move what both need into a file of its own.");
    } else if (!met.contains(real(target.get()))) {
      add(Source.read(target.get()), target.get());
    }
  }

  /// Whether a path leads to a place in the folder, as it is written: nobody learns from a message
  /// what there is outside.
  private boolean within(String path, Path from) {
    Path folder = real(from.toAbsolutePath().normalize().getParent());
    return folder.resolve(path).normalize().startsWith(root);
  }

  private static Optional<Path> target(MuReader.Import it, Path from) {
    try {
      Path path = Path.of(it.path());
      return path.isAbsolute()
          ? Optional.empty()
          : Optional.of(from.resolveSibling(path).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void refuse(Span span, String message, String hint) {
    errors.add(Diagnostic.error(MuProblem.IMPORT, span, message, hint));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      return file.toAbsolutePath().normalize();
    }
  }
}
