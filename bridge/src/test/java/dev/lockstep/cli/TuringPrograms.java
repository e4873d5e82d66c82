package dev.lockstep.cli;

/// Turing machines for tests of the command line.
final class TuringPrograms {
  static final String INCREMENT =
      """
      blank _
      start right
      halt done

      right: 0 -> 0 R right
      right: 1 -> 1 R right
      right: _ -> _ L carry
      carry: 1 -> 0 L carry
      carry: 0 -> 1 L done
      carry: _ -> 1 L done
      """;

  /// Has no rule for a carry that runs over.
  static final String INCOMPLETE = INCREMENT.replace("carry: _ -> 1 L done\n", "");

  static final String ENDLESS =
      """
      blank _
      start a
      halt h
      a: _ -> _ R a
      a: 1 -> 1 R a
      """;

  private TuringPrograms() {}
}
