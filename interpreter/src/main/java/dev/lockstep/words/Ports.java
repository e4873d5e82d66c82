package dev.lockstep.words;

import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// Inputs and outputs as values: lists of numbers, or texts.
final class Ports {
  private Ports() {}

  /// The words of an input: the numbers of a list, one number, or the characters of a text followed
  /// by 0; none for no fields at all. Throws `InputError`.
  static Input input(Value value, Image image) {
    if (value instanceof Value.Fields(var fields) && fields.isEmpty()) {
      return new Input(image.text() ? new long[1] : new long[0]);
    }
    return new Input(image.text() ? text(value, image.word()) : numbers(value, image.word()));
  }

  private static long[] numbers(Value value, Word word) {
    List<Value> values =
        switch (value) {
          case Value.Items(List<Value> items) -> items;
          case Value.Int it -> List.of(it);
          default ->
              throw new InputError("expected a list of numbers such as [3, 1, 2], " + found(value));
        };
    long[] words = new long[values.size()];
    for (int i = 0; i < words.length; i++) {
      if (!(values.get(i) instanceof Value.Int(BigInteger number))) {
        throw new InputError("expected a number at [" + i + "], " + found(values.get(i)));
      }
      if (number.bitLength() >= word.bits()) {
        throw new InputError(
            "expected a number from "
                + word.least()
                + " to "
                + word.greatest()
                + " at ["
                + i
                + "], "
                + found(values.get(i)));
      }
      words[i] = number.longValue();
    }
    return words;
  }

  private static long[] text(Value value, Word word) {
    if (!(value instanceof Value.Text(String text))) {
      throw new InputError("expected a text such as \"abc\", " + found(value));
    }
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] == 0 || !word.holds(points[i])) {
        throw new InputError(
            "a word of %d bits does not hold character %d, U+%04X"
                .formatted(word.bits(), i + 1, points[i]));
      }
    }
    return Arrays.stream(Arrays.copyOf(points, points.length + 1)).asLongStream().toArray();
  }

  private static String found(Value value) {
    String json = ValueJson.print(value);
    return "found `" + (json.length() > 40 ? json.substring(0, 40) + "…" : json) + "`";
  }

  /// The words written as a list of numbers, or as a text with `?` for what is no character.
  static Value output(long[] words, Image image) {
    if (!image.text()) {
      return new Value.Items(Arrays.stream(words).mapToObj(Value::of).toList());
    }
    StringBuilder text = new StringBuilder();
    for (long word : words) {
      boolean character =
          word >= 0
              && word <= Character.MAX_CODE_POINT
              && (word < Character.MIN_SURROGATE || word > Character.MAX_SURROGATE);
      text.appendCodePoint(character ? (int) word : '?');
    }
    return Value.of(text.toString());
  }
}
