package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Place;
import java.util.Locale;

/// What a machine does in one step.
public sealed interface Instruction {
  Place place();

  /// An instruction of one word.
  record Simple(Kind kind, Place place) implements Instruction {}

  /// On at `target` where `when` holds of the cell under the head.
  record Jump(Name target, When when, Place place) implements Instruction {}

  enum Kind {
    LEFT,
    RIGHT,
    MARK,
    ERASE,
    STOP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum When {
    ALWAYS(""),
    MARKED(" if marked"),
    UNMARKED(" if unmarked");

    private final String words;

    When(String words) {
      this.words = words;
    }
  }

  /// As in a file.
  default String print() {
    return switch (this) {
      case Simple(Kind kind, _) -> kind.word();
      case Jump(Name target, When when, _) -> "jump " + target.text() + when.words;
    };
  }
}
