package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// Something that a program does.
public sealed interface MuStatement {
  Place place();

  /// `let name: type = value`, or `var` where `mutable`.
  record Declare(
      boolean mutable,
      String name,
      Optional<MuType> type,
      MuExpression value,
      Place namePlace,
      Place place)
      implements MuStatement {}

  /// `name = value`.
  record Assign(String name, MuExpression value, Place namePlace, Place place)
      implements MuStatement {}

  /// `list[index] = value`; in a map the value of a key.
  record SetElement(MuExpression list, MuExpression index, MuExpression value, Place place)
      implements MuStatement {}

  /// `else if` is an `otherwise` that holds nothing but an `If`. The place is that of the whole
  /// statement, as with `While` and the loops.
  record If(MuExpression condition, MuBlock then, Optional<MuBlock> otherwise, Place place)
      implements MuStatement {}

  /// A loop.
  ///
  /// @param invariants conditions that hold before each evaluation of the condition
  record While(MuExpression condition, List<MuExpression> invariants, MuBlock body, Place place)
      implements MuStatement {
    public While {
      invariants = List.copyOf(invariants);
    }

    /// Whether the condition is `true` itself, so that only `break` leads behind the loop.
    public boolean forever() {
      return condition instanceof MuExpression.Bool(boolean value, _) && value;
    }
  }

  /// `for name in list`: the elements in order; of a map its keys.
  ///
  /// @param parts a pattern such as `(a, b)` whose names the parts of each element get; `name` is
  ///   then the pattern as it is written
  /// @param invariants conditions that hold at the beginning of each turn
  record Walk(
      String name,
      Optional<MuPattern> parts,
      MuExpression list,
      List<MuExpression> invariants,
      MuBlock body,
      Place namePlace,
      Place place)
      implements MuStatement {
    public Walk {
      invariants = List.copyOf(invariants);
    }
  }

  /// `for name in from..to`: `to` excluded, both evaluated once.
  ///
  /// @param invariants conditions that hold at the beginning of each turn
  record Count(
      String name,
      MuExpression from,
      MuExpression to,
      List<MuExpression> invariants,
      MuBlock body,
      Place namePlace,
      Place place)
      implements MuStatement {
    public Count {
      invariants = List.copyOf(invariants);
    }
  }

  record Return(Optional<MuExpression> value, Place place) implements MuStatement {}

  record Assert(MuExpression condition, Place place) implements MuStatement {}

  record Print(MuExpression value, Place place) implements MuStatement {}

  /// A call for what it does.
  record Do(MuExpression.Call call, Place place) implements MuStatement {}

  /// What a program of plain loops and single names can do without.
  sealed interface Extended extends MuStatement {}

  /// `target += value`; what stands in the target is evaluated once.
  record Update(MuExpression target, MuOperator operator, MuExpression value, Place place)
      implements Extended {}

  /// `record.field = value`, where `record` is a variable, an element or a field of one.
  record SetField(MuExpression.Field target, MuExpression value, Place place) implements Extended {}

  /// `let (a, b) = value`, or `var`.
  record Unpack(
      boolean mutable, MuPattern parts, Optional<MuType> type, MuExpression value, Place place)
      implements Extended {}

  record Match(MuExpression subject, List<Arm> arms, Place place) implements Extended {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /// One way of a `match`.
  ///
  /// @param guard what must hold besides; it may use the names of the pattern
  record Arm(MuPattern pattern, Optional<MuExpression> guard, MuBlock body) {}

  /// Leaves the innermost loop.
  record Break(Place place) implements Extended {}

  /// Goes on with the next turn of the innermost loop.
  record Continue(Place place) implements Extended {}
}
