package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Symbols;
import java.util.List;
import java.util.stream.IntStream;

/// What a cell can hold, by number: a symbol and a head, where head 0 is none, heads from 1 on are
/// the states, and the last is a stuck head. Depends on the symbols, the states and which of them
/// halt, and not on the rules.
final class Contents {
  static final int NO_HEAD = 0;

  private final RuleTable table; // asked for names and numbers only
  private final int heads;

  Contents(RuleTable table) {
    this.table = table;
    this.heads = table.states().size() + 2;
  }

  int count() {
    return table.symbols().size() * heads;
  }

  /// `0`, `0@carry`, and `0@!` where the head is stuck: no state can be called `!`.
  List<String> names() {
    return IntStream.range(0, count()).mapToObj(this::name).toList();
  }

  private String name(int content) {
    String symbol = Symbols.text(codePoint(content));
    int head = head(content);
    return head == NO_HEAD ? symbol : symbol + "@" + (isStuck(content) ? "!" : stateName(content));
  }

  int of(int symbol, int head) {
    return symbol * heads + head;
  }

  int withHead(int content, String state) {
    return of(symbol(content), table.state(state) + 1);
  }

  int stuck(int content) {
    return of(symbol(content), heads - 1);
  }

  int symbol(int content) {
    return content / heads;
  }

  int head(int content) {
    return content % heads;
  }

  boolean isContent(int content) {
    return content >= 0 && content < count();
  }

  boolean hasHead(int content) {
    return head(content) != NO_HEAD;
  }

  boolean isStuck(int content) {
    return head(content) == heads - 1;
  }

  /// The number of the state of a head that is neither absent nor stuck.
  int state(int content) {
    return head(content) - 1;
  }

  String stateName(int content) {
    return table.states().get(state(content));
  }

  int codePoint(int content) {
    return table.symbols().get(symbol(content));
  }

  int symbolNumber(int codePoint) {
    return table.symbol(codePoint);
  }

  boolean halts(String state) {
    return table.halts(table.state(state));
  }
}
