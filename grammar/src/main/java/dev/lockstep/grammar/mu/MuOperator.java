package dev.lockstep.grammar.mu;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// An operator between two expressions; all of them associate to the left.
public enum MuOperator {
  OR("||", 1),
  AND("&&", 2),
  EQUAL("==", 3),
  NOT_EQUAL("!=", 3),
  LESS("<", 4),
  LESS_OR_EQUAL("<=", 4),
  GREATER(">", 4),
  GREATER_OR_EQUAL(">=", 4),
  /// Whether a list or set has the element, a map the key, a text the part.
  IN("in", 4),
  PLUS("+", 5),
  MINUS("-", 5),
  TIMES("*", 6),
  DIVIDE("/", 6),
  REMAINDER("%", 6);

  /// How tightly `-x` and `!x` bind: tighter than every operator here.
  static final int PREFIX = 7;

  private static final Map<String, MuOperator> BY_SYMBOL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MuOperator::symbol, it -> it));

  private final String symbol;
  private final int precedence;

  MuOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  /// From 1; a higher one binds tighter.
  public int precedence() {
    return precedence;
  }

  static boolean isOne(String symbol) {
    return BY_SYMBOL.containsKey(symbol);
  }

  /// Throws `IllegalArgumentException` where no operator is written so.
  static MuOperator of(String symbol) {
    MuOperator operator = BY_SYMBOL.get(symbol);
    if (operator == null) {
      throw new IllegalArgumentException("no operator: " + symbol);
    }
    return operator;
  }
}
