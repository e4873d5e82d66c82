package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import java.util.List;
import java.util.Optional;

/// The program's rules as one function from three neighbouring contents to the next content of the
/// middle one. Total: where two heads meet, the middle's own head counts first, then the left's.
final class LocalRule {
  private final RuleTable table;
  private final Contents contents;
  private final int[] alone; // by content: what a cell becomes when no head arrives
  private final int[] moves; // by content: where its head goes
  private final int[] nexts; // by content: the head that arrives there

  LocalRule(RuleTable table, Contents contents) {
    this.table = table;
    this.contents = contents;
    alone = new int[contents.count()];
    moves = new int[contents.count()];
    nexts = new int[contents.count()];
    for (int content = 0; content < alone.length; content++) {
      alone[content] = content;
      if (acts(content)) {
        enter(content, rule(content));
      }
    }
  }

  private void enter(int content, Optional<Rule> found) {
    if (found.isEmpty()) {
      alone[content] = contents.stuck(content);
      return;
    }
    Rule rule = found.get();
    int head = table.state(rule.to().name()) + 1;
    moves[content] = rule.move().offset();
    nexts[content] = head;
    int left = rule.move() == Move.N ? head : Contents.NO_HEAD;
    alone[content] = contents.of(table.symbol(rule.write()), left);
  }

  int next(int[] window) {
    int middle = window[1];
    if (contents.hasHead(middle)) {
      return alone[middle];
    }
    if (moves[window[0]] > 0) {
      return contents.of(contents.symbol(middle), nexts[window[0]]);
    }
    if (moves[window[2]] < 0) {
      return contents.of(contents.symbol(middle), nexts[window[2]]);
    }
    return middle;
  }

  /// What the head in `content` does, in words.
  String explain(int content) {
    if (contents.isStuck(content)) {
      return "the head is stuck: nothing changes";
    }
    String state = contents.stateName(content);
    if (!acts(content)) {
      return "state `" + state + "` halts: nothing changes";
    }
    return rule(content)
        .map(rule -> "rule `" + rule + "`")
        .orElseGet(
            () ->
                TuringMachine.noRule(state, List.of(contents.codePoint(content))).message()
                    + ": the head gets stuck");
  }

  /// Whether `content` has a head that is neither stuck nor in a halt state.
  private boolean acts(int content) {
    return contents.hasHead(content)
        && !contents.isStuck(content)
        && !table.halts(contents.state(content));
  }

  private Optional<Rule> rule(int content) {
    return table.rule(contents.state(content), contents.symbol(content));
  }
}
