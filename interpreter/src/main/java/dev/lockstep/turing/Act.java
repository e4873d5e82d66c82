package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one step changes: on each tape the symbol under the head (a code point) and where the head
/// stands, and the state.
public record Act(List<Stroke> strokes, String state) {
  public Act {
    strokes = List.copyOf(strokes);
  }

  /// What one step changes on one tape.
  public record Stroke(int write, Move move) {}

  /// A step of a machine of one tape.
  public Act(int write, Move move, String state) {
    this(List.of(new Stroke(write, move)), state);
  }

  /// What is written on the first tape, as is `move`.
  public int write() {
    return strokes.getFirst().write();
  }

  public Move move() {
    return strokes.getFirst().move();
  }

  /// `0 R carry` or `0, 1 R, N carry`, as on the right of a rule.
  @Override
  public String toString() {
    return each(stroke -> Symbols.written(stroke.write()))
        + " "
        + each(stroke -> stroke.move().name())
        + " "
        + state;
  }

  private String each(Function<Stroke, String> words) {
    return strokes.stream().map(words).collect(Collectors.joining(", "));
  }
}
