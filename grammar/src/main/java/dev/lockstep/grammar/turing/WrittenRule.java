package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A rule as it stands in a file, before `any` and `same` are spelt out and its tapes are counted.
///
/// @param reads code points, or `ANY`
/// @param writes code points, or `ANY` for `same`
record WrittenRule(
    State from,
    List<Integer> reads,
    List<Integer> writes,
    List<Move> moves,
    State to,
    Parts parts,
    Span line) {
  /// Stands for every symbol where it is read, and for the symbol read where it is written.
  static final int ANY = -1;

  /// Where the three lists stand.
  record Parts(Span reads, Span writes, Span moves) {}

  /// A list that has not one entry for each tape.
  ///
  /// @param one what it should be, of one entry
  /// @param many and of several
  record Part(Span span, int count, String one, String many) {}

  /// The first list that has not `tapes` entries.
  Optional<Part> width(int tapes) {
    return Stream.of(
            new Part(parts.reads(), reads.size(), "one symbol", "symbols"),
            new Part(parts.writes(), writes.size(), "one symbol", "symbols"),
            new Part(parts.moves(), moves.size(), "one move", "moves"))
        .filter(part -> part.count() != tapes)
        .findFirst();
  }

  /// The symbols that the rule names.
  IntStream symbols() {
    return Stream.concat(reads.stream(), writes.stream())
        .mapToInt(Integer::intValue)
        .filter(symbol -> symbol != ANY);
  }

  /// On how many tapes any symbol is read.
  int free() {
    return (int) reads.stream().filter(symbol -> symbol == ANY).count();
  }
}
