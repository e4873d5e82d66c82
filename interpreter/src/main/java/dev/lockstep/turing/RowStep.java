package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.Layout.Row;
import dev.lockstep.machine.Next;
import java.util.Optional;

/// What happened between a configuration and a row claimed to follow it, told without the rules:
/// one head, one cell away at most, and no symbol changed but the one under the old head.
final class RowStep {
  private static final long NOWHERE = Long.MIN_VALUE;

  private final Contents contents;
  private final TuringConfiguration before;
  private final Row old;
  private final Row after;
  private final int blank;

  RowStep(Contents contents, TuringConfiguration before, Row old, Row after) {
    this.contents = contents;
    this.before = before;
    this.old = old;
    this.after = after;
    this.blank = contents.of(0, Contents.NO_HEAD);
  }

  Next<Act> next() {
    return wrong().<Next<Act>>map(Next.Garbled::new).orElseGet(this::told);
  }

  private Next<Act> told() {
    long from = before.tape().head();
    long to = heads(1);
    int content = after.at(to, blank);
    int under = after.at(from, blank);
    if (contents.isStuck(content)) {
      return to == from && contents.symbol(under) == contents.symbol(old.at(from, blank))
          ? new Next.Fail<>(TuringMachine.noRule(before.state(), before.seen()))
          : new Next.Garbled<>("the head is stuck at cell " + to + " after a change");
    }
    if (contents.halts(before.state())) {
      return content == old.at(from, blank)
          ? new Next.Halt<>()
          : new Next.Garbled<>("cell " + from + " changes after the halt");
    }
    return new Next.Do<>(
        new Act(
            contents.codePoint(under), TuringLayout.move(to - from), contents.stateName(content)));
  }

  /// Why no step at all leads to the row.
  private Optional<String> wrong() {
    for (int i = 0; i < after.cells().length; i++) {
      if (!contents.isContent(after.cells()[i])) {
        return Optional.of("cell " + (after.first() + i) + " holds no known content");
      }
    }
    return wrongHead().or(() -> wrongSymbol(old)).or(() -> wrongSymbol(after));
  }

  private Optional<String> wrongHead() {
    long from = before.tape().head();
    long to = heads(1);
    if (to == NOWHERE) {
      return Optional.of("no cell holds a head; it was at cell " + from);
    }
    long second = heads(2);
    if (second != NOWHERE) {
      return Optional.of("two heads, at cells " + to + " and " + second);
    }
    return Math.abs(to - from) > 1
        ? Optional.of("the head jumps from cell " + from + " to cell " + to)
        : Optional.empty();
  }

  /// The coordinate of the first or second head of the row, or `NOWHERE`.
  private long heads(int which) {
    int seen = 0;
    for (int i = 0; i < after.cells().length; i++) {
      if (contents.hasHead(after.cells()[i]) && ++seen == which) {
        return after.first() + i;
      }
    }
    return NOWHERE;
  }

  /// The first cell of `piece` away from the head whose symbol changes.
  private Optional<String> wrongSymbol(Row piece) {
    long head = before.tape().head();
    for (int i = 0; i < piece.cells().length; i++) {
      long at = piece.first() + i;
      int was = contents.codePoint(old.at(at, blank));
      int is = contents.codePoint(after.at(at, blank));
      if (was != is && at != head) {
        return Optional.of(
            "cell "
                + at
                + " turns from `"
                + Symbols.written(was)
                + "` to `"
                + Symbols.written(is)
                + "` while the head is at cell "
                + head);
      }
    }
    return Optional.empty();
  }
}
