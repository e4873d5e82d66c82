package dev.lockstep.grammar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A source that is not a program: everything that is wrong with it, in order of place. The user's
/// error, shown without a stack trace.
public final class SourceErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Source source;
  private final transient List<Diagnostic> diagnostics;

  /// @param diagnostics in any order
  public SourceErrors(Source source, List<Diagnostic> diagnostics) {
    super(render(source, inOrder(diagnostics)));
    this.source = source;
    this.diagnostics = inOrder(diagnostics);
  }

  private static List<Diagnostic> inOrder(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
        .toList();
  }

  public Source source() {
    return source;
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// All of `diagnostics` as the user sees them, an empty line between two.
  public static String render(Source source, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.render(source))
        .collect(Collectors.joining("\n\n"));
  }
}
