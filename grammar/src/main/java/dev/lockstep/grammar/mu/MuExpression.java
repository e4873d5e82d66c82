package dev.lockstep.grammar.mu;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Something that has a value.
public sealed interface MuExpression {
  Place place();

  /// A literal, not negative: `-5` is a `Prefix`.
  record Int(BigInteger value, Place place) implements MuExpression {}

  record Bool(boolean value, Place place) implements MuExpression {}

  /// `[a, b, c]`: a new list each time it is evaluated.
  record ListOf(List<MuExpression> elements, Place place) implements MuExpression {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  record Name(String name, Place place) implements MuExpression {}

  /// `list[index]`; of a map the value of a key, of a text one code point.
  record Index(MuExpression list, MuExpression index, Place place) implements MuExpression {}

  /// A call of a function of the program, of the library, or of a built-in (`MuBuiltin`).
  record Call(String function, List<MuExpression> arguments, Place place) implements MuExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Prefix(Sign sign, MuExpression operand, Place place) implements MuExpression {}

  record Binary(MuOperator operator, MuExpression left, MuExpression right, Place place)
      implements MuExpression {}

  /// What a program of ints, bools and lists can do without: texts, tuples, records, options, maps,
  /// sets, and choices that have a value.
  sealed interface Extended extends MuExpression {}

  /// `"text"`, its escapes resolved.
  record Text(String value, Place place) implements Extended {}

  /// `none`: the option without a value.
  record None(Place place) implements Extended {}

  /// `(a, b)`: two parts or more.
  record TupleOf(List<MuExpression> parts, Place place) implements Extended {
    public TupleOf {
      parts = List.copyOf(parts);
    }
  }

  /// `tuple.0`.
  record Part(MuExpression tuple, int index, Place place) implements Extended {}

  /// `record.name`.
  record Field(MuExpression record, String name, Place place) implements Extended {}

  /// `Point(x: 1, y: 2)`.
  record Make(String record, List<Labelled> fields, Place place) implements Extended {
    public Make {
      fields = List.copyOf(fields);
    }
  }

  /// `point with (x: 3)`: a new record that differs in these fields.
  record With(MuExpression record, List<Labelled> fields, Place place) implements Extended {
    public With {
      fields = List.copyOf(fields);
    }
  }

  /// `{k: v}`: a new map; `{}` is the empty one.
  record MapOf(List<MuExpression> keys, List<MuExpression> values, Place place)
      implements Extended {
    public MapOf {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }

  /// `{a, b}`: a new set of one element or more.
  record SetOf(List<MuExpression> elements, Place place) implements Extended {
    public SetOf {
      elements = List.copyOf(elements);
    }
  }

  /// `if condition { then } else { otherwise }`.
  record Choice(MuExpression condition, MuExpression then, MuExpression otherwise, Place place)
      implements Extended {}

  /// `match subject { pattern => value … }`.
  record Match(MuExpression subject, List<Arm> arms, Place place) implements Extended {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /// A field of a record with its value.
  record Labelled(String label, MuExpression value, Place place) {}

  /// One way of a `match`.
  ///
  /// @param guard what must hold besides; it may use the names of the pattern
  record Arm(MuPattern pattern, Optional<MuExpression> guard, MuExpression value) {}

  /// An operator before its operand.
  enum Sign {
    MINUS("-"),
    NOT("!");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
