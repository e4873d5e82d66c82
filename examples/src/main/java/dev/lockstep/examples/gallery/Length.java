package dev.lockstep.examples.gallery;

import dev.lockstep.machine.Value;
import java.math.BigInteger;

/// How long inputs are, and how large the ints in them.
final class Length {
  private static final BigInteger ONE_TOKEN = BigInteger.valueOf(100);

  private Length() {}

  /// Symbols, items, or digits where there is neither; the greatest among fields.
  static int of(Value input) {
    return switch (input) {
      case Value.Int(BigInteger number) -> number.abs().toString().length();
      case Value.Bool _, Value.Nothing _ -> 1;
      case Value.Text(String text) -> text.codePointCount(0, text.length());
      case Value.Items(var items) -> items.size();
      case Value.Fields(var fields) ->
          hasLists(input)
              ? fields.values().stream()
                  .filter(Value.Items.class::isInstance)
                  .mapToInt(Length::of)
                  .max()
                  .orElse(0)
              : fields.values().stream().mapToInt(Length::of).max().orElse(0);
    };
  }

  static boolean hasLists(Value input) {
    return switch (input) {
      case Value.Int _, Value.Bool _, Value.Text _, Value.Nothing _ -> false;
      case Value.Items _ -> true;
      case Value.Fields(var fields) -> fields.values().stream().anyMatch(Length::hasLists);
    };
  }

  /// Whether a scratchpad says every int of the input in one token.
  static boolean smallInts(Value input) {
    return switch (input) {
      case Value.Int(BigInteger number) -> number.abs().compareTo(ONE_TOKEN) < 0;
      case Value.Bool _, Value.Text _, Value.Nothing _ -> true;
      case Value.Items(var items) -> items.stream().allMatch(Length::smallInts);
      case Value.Fields(var fields) -> fields.values().stream().allMatch(Length::smallInts);
    };
  }
}
