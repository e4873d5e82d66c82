package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.Layout.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the places of `HeadsLayout` can hold, by number: first the states and a stuck state, then
/// for each tape every symbol with every move, and last a seam where it takes one to make the
/// number of places odd. Depends on the symbols, the states and the tapes, and not on the rules.
final class Sights {
  /// A head's cell is seen with this move.
  private static final Move SEEN = Move.N;

  private static final List<Move> MOVES = List.of(Move.N, Move.L, Move.R);

  private final RuleTable table; // asked for names and numbers only
  private final int states;
  private final int symbols;
  private final int tapes;

  Sights(RuleTable table) {
    this.table = table;
    this.states = table.states().size();
    this.symbols = table.symbols().size();
    this.tapes = table.tapes();
  }

  int tapes() {
    return tapes;
  }

  /// Places of a row: the state, the tapes, and a seam where those are even.
  int places() {
    return (tapes + 1) % 2 == 0 ? tapes + 2 : tapes + 1;
  }

  int count() {
    return seam() + places() - tapes - 1;
  }

  /// `@carry`, `@!` where there is no rule, `1:0` for a 0 on the first tape, `1:0>` where the head
  /// leaves it to the right, and `|` for the seam.
  List<String> names() {
    return IntStream.range(0, count()).mapToObj(this::name).toList();
  }

  private String name(int content) {
    int place = place(content);
    if (place == 0) {
      return "@" + (isStuck(content) ? "!" : table.states().get(content));
    }
    if (place > tapes) {
      return "|";
    }
    String go =
        switch (move(content)) {
          case N -> "";
          case L -> "<";
          case R -> ">";
        };
    return place + ":" + Symbols.text(table.symbols().get(symbol(content))) + go;
  }

  int stuck() {
    return states;
  }

  boolean isStuck(int content) {
    return content == states;
  }

  /// A symbol by number on a tape from 1 on, and where its head goes.
  int of(int tape, int symbol, Move move) {
    return states + 1 + 3 * (symbols * (tape - 1) + symbol) + MOVES.indexOf(move);
  }

  int seen(int tape, int symbol) {
    return of(tape, symbol, SEEN);
  }

  int seam() {
    return states + 1 + 3 * symbols * tapes;
  }

  /// Where `content` stands: 0 for states, then the tapes from 1 on, then the seam.
  int place(int content) {
    return content <= states ? 0 : 1 + (content - states - 1) / (3 * symbols);
  }

  int symbol(int content) {
    return (content - states - 1) / 3 % symbols;
  }

  Move move(int content) {
    return MOVES.get((content - states - 1) % 3);
  }

  boolean isContent(int content) {
    return content >= 0 && content < count();
  }

  /// Whether `content` can stand at a place before a step.
  boolean isSeen(int content, int place) {
    return isContent(content)
        && place(content) == place
        && (place == 0 ? !isStuck(content) : place > tapes || move(content) == SEEN);
  }

  /// For each place, what stands there and what a step says there.
  List<Place> list() {
    List<Place> places = new ArrayList<>();
    for (int place = 0; place < places(); place++) {
      int at = place;
      List<Integer> next =
          IntStream.range(0, count()).filter(content -> place(content) == at).boxed().toList();
      places.add(new Place(next.stream().filter(content -> isSeen(content, at)).toList(), next));
    }
    return places;
  }
}
