package dev.lockstep.grammar.mu;

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

  /// `list[index] = value`.
  record SetElement(MuExpression list, MuExpression index, MuExpression value, Place place)
      implements MuStatement {}

  /// `else if` is an `otherwise` that holds nothing but an `If`. The place is that of the whole
  /// statement, as with `While` and the loops.
  record If(MuExpression condition, MuBlock then, Optional<MuBlock> otherwise, Place place)
      implements MuStatement {}

  record While(MuExpression condition, MuBlock body, Place place) implements MuStatement {
    /// Whether the condition is `true` itself, so that nothing behind the loop is ever reached.
    public boolean forever() {
      return condition instanceof MuExpression.Bool(boolean value, _) && value;
    }
  }

  /// `for name in list`: the elements in order.
  record Walk(String name, MuExpression list, MuBlock body, Place namePlace, Place place)
      implements MuStatement {}

  /// `for name in from..to`: `to` excluded, both evaluated once.
  record Count(
      String name, MuExpression from, MuExpression to, MuBlock body, Place namePlace, Place place)
      implements MuStatement {}

  record Return(Optional<MuExpression> value, Place place) implements MuStatement {}

  record Assert(MuExpression condition, Place place) implements MuStatement {}

  record Print(MuExpression value, Place place) implements MuStatement {}

  /// A call for what it does.
  record Do(MuExpression.Call call, Place place) implements MuStatement {}
}
