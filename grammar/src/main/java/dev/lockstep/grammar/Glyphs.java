package dev.lockstep.grammar;

import java.util.Collection;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/// What a reader of a source can see of its characters.
public final class Glyphs {
  private Glyphs() {}

  /// Whether a code point shows by itself as something: no blank, no control, no mark that joins
  /// what stands before it.
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> true;
    };
  }

  /// Visible characters from `first` on that are not used yet.
  ///
  /// @param used code points
  public static PrimitiveIterator.OfInt unused(int first, Collection<Integer> used) {
    return IntStream.iterate(first, it -> it + 1)
        .filter(it -> isVisible(it) && !used.contains(it))
        .iterator();
  }
}
