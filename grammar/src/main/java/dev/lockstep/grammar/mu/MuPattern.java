package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// What a value is held against by `match`, `let` and `for`, and the names it gives to its parts.
public sealed interface MuPattern {
  Place place();

  /// `_`: any value.
  record Any(Place place) implements MuPattern {}

  /// A name for the value, whatever it is.
  record Bind(String name, Place place) implements MuPattern {}

  /// An int, a bool or a text; negative ints are a `Prefix`.
  record Literal(MuExpression value, Place place) implements MuPattern {}

  /// `(p, q)`.
  record Parts(List<MuPattern> parts, Place place) implements MuPattern {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /// `some(p)`.
  record Some(MuPattern value, Place place) implements MuPattern {}

  record None(Place place) implements MuPattern {}

  /// `Point(x: p, y)`: fields that are left out may be anything; `y` alone is `y: y`.
  record Shape(String record, List<FieldPattern> fields, Place place) implements MuPattern {
    public Shape {
      fields = List.copyOf(fields);
    }
  }

  record FieldPattern(String field, MuPattern pattern, Place place) {}

  /// As it is written in a program.
  default String print() {
    return MuPrinter.print(this);
  }

  /// The field of this name, if the pattern says anything of it.
  static Optional<MuPattern> field(Shape shape, String name) {
    return shape.fields().stream()
        .filter(it -> it.field().equals(name))
        .map(FieldPattern::pattern)
        .findFirst();
  }
}
