package dev.lockstep.mu.generate;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes expressions that are ints and bools.
final class Expressions {
  private final Draft draft;
  private final RandomGenerator random;
  private final ExtendedExpressions extended;

  Expressions(Draft draft) {
    this.draft = draft;
    this.random = draft.random;
    this.extended = new ExtendedExpressions(draft, this);
  }

  ExtendedExpressions extended() {
    return extended;
  }

  /// An expression whose value is small, or reads one variable.
  String small() {
    return switch (random.nextInt(5)) {
      case 0 -> String.valueOf(random.nextInt(10));
      case 1 -> draft.one(Sort.INT);
      default -> "(" + number(2) + ") % " + Draft.MODULUS;
    };
  }

  String number(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(20)) : draft.one(Sort.INT);
    }
    if (draft.knobs.family().isExtended() && random.nextInt(3) == 0) {
      Optional<String> more = extended.number(depth);
      if (more.isPresent()) {
        return more.get();
      }
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> number(depth - 1) + " + " + number(depth - 1);
      case 2 -> number(depth - 1) + " - (" + number(depth - 1) + ")";
      case 3 -> "(" + number(depth - 1) + ") * " + draft.one(Sort.INT);
      case 4 -> "(" + number(depth - 1) + ") / " + divisor(depth);
      case 5 -> "(" + number(depth - 1) + ") % " + (2 + random.nextInt(9));
      case 6 ->
          draft.names.has(Sort.LIST) ? "len(" + draft.one(Sort.LIST) + ")" : draft.one(Sort.INT);
      default ->
          draft.names.has(Sort.LIST) && draft.faulty()
              ? draft.one(Sort.LIST) + "[" + number(depth - 1) + "]"
              : "-" + draft.one(Sort.INT);
    };
  }

  private String divisor(int depth) {
    return draft.faulty() ? "(" + number(depth - 1) + ")" : String.valueOf(2 + random.nextInt(7));
  }

  String truth(int depth) {
    if (depth == 0) {
      return number(0) + " < " + number(0);
    }
    if (draft.knobs.family().isExtended() && random.nextInt(3) == 0) {
      Optional<String> more = extended.truth();
      if (more.isPresent()) {
        return more.get();
      }
    }
    return switch (random.nextInt(7)) {
      case 0 -> number(1) + " == " + number(1);
      case 1 -> number(1) + " <= " + number(1);
      case 2 -> number(1) + " > " + number(1);
      case 3 -> "(" + number(1) + ") % 2 == " + random.nextInt(2);
      case 4 -> "(" + truth(depth - 1) + ") && " + truth(depth - 1);
      case 5 -> "(" + truth(depth - 1) + ") || !(" + truth(depth - 1) + ")";
      default -> number(1) + " != " + number(1);
    };
  }
}
