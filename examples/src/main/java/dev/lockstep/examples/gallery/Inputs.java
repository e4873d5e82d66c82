package dev.lockstep.examples.gallery;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Value;
import java.util.List;

/// Seeded inputs of one example.
///
/// Where an input holds lists, its length is theirs and its ints stay below 100; else the length is
/// the symbols of a word or the digits of an int.
///
/// @param taught what networks learn from: known inputs and drawn ones of every size up to the
///   training length
/// @param fresh others of the same lengths; the taught ones where there are no others
/// @param longer the longest found, none of them taught
record Inputs(List<Value> taught, List<Value> fresh, List<Value> longer) {
  /// How many times longer the longer inputs are to be.
  static final int TIMES = 10;

  Inputs {
    taught = List.copyOf(taught);
    fresh = List.copyOf(fresh);
    longer = List.copyOf(longer);
  }

  static <P, C, D> Inputs of(Language<P, C, D> language, Example example, long seed) {
    P program = language.parse(new Source(example.fileName(), example.text()));
    return new Drawing<>(language, program, language.load(program), example.known(), seed).all();
  }

  /// Whether the fresh ones are fresh.
  boolean heldOut() {
    return !taught.containsAll(fresh);
  }

  /// How long inputs and runs may be.
  ///
  /// @param taught how many inputs are drawn to be taught, before doubles are left out; those of
  ///   words are all traced, of the others `learn` draws
  /// @param size symbols, items or digits of a taught input
  /// @param taughtSteps steps of a run on one
  /// @param longerSteps steps of a run on a longer one
  record Limits(int taught, int size, long taughtSteps, long longerSteps) {
    private static final Limits WORDS = new Limits(200, 10, 2_000, 40_000);
    private static final Limits LISTS = new Limits(2_000, 10, 500, 3_000);

    /// Three, so that ints of one token and longer ones occur.
    private static final Limits DIGITS = new Limits(2_000, 3, 500, 3_000);

    static Limits of(List<Value> known) {
      if (known.stream().allMatch(Value.Text.class::isInstance)) {
        return WORDS;
      }
      return known.stream().anyMatch(Length::hasLists) ? LISTS : DIGITS;
    }
  }
}
