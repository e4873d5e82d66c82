package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.Place;
import java.util.List;

/// Assignments to instructions: of variables, elements and fields. The target of `x += y` is
/// evaluated once.
final class Assignments {
  private final Assembler out;
  private final Lowering lowering;

  Assignments(Assembler out, Lowering lowering) {
    this.out = out;
    this.lowering = lowering;
  }

  /// The right side may read the variable, so that its parts must not be computed in it.
  void assign(String name, MuExpression value, Place place) {
    boolean inParts =
        switch (value) {
          case MuExpression.Binary _, MuExpression.Choice _, MuExpression.Match _ ->
              Effects.of(value).in(value);
          default -> false;
        };
    if (!inParts) {
      lowering.into(name, value, place);
      return;
    }
    Formula formula = lowering.formula(value);
    out.add(place, (origin, _, next) -> new MuInstruction.Bind(origin, name, formula, next));
  }

  void setElement(MuExpression list, MuExpression index, MuExpression value, Place place) {
    List<Formula> parts = lowering.formulas(List.of(list, index, value));
    out.add(
        place,
        (origin, _, next) ->
            new MuInstruction.SetElement(origin, parts.get(0), parts.get(1), parts.get(2), next));
  }

  /// `holder.field = value` is `holder = holder with (field: value)`.
  void setField(MuExpression.Field target, MuExpression value, Place place) {
    MuExpression.Labelled field = new MuExpression.Labelled(target.name(), value, target.place());
    switch (target.record()) {
      case MuExpression.Name holder ->
          assign(holder.name(), new MuExpression.With(holder, List.of(field), place), place);
      case MuExpression.Index holder -> {
        MuExpression.Index once = once(holder);
        MuExpression changed = new MuExpression.With(once, List.of(field), place);
        setElement(once.list(), once.index(), changed, place);
      }
      case MuExpression.Field holder ->
          setField(holder, new MuExpression.With(holder, List.of(field), place), place);
      case MuExpression other -> throw new IllegalArgumentException("holds no record: " + other);
    }
  }

  void update(MuStatement.Update it) {
    switch (it.target()) {
      case MuExpression.Name name -> assign(name.name(), sum(it, name), it.place());
      case MuExpression.Index target -> {
        MuExpression.Index once = once(target);
        setElement(once.list(), once.index(), sum(it, once), it.place());
      }
      case MuExpression.Field target -> {
        MuExpression.Field once = (MuExpression.Field) holdsOnce(target);
        setField(once, sum(it, once), it.place());
      }
      case MuExpression other -> throw new IllegalArgumentException("no target: " + other);
    }
  }

  private static MuExpression sum(MuStatement.Update it, MuExpression target) {
    return new MuExpression.Binary(it.operator(), target, it.value(), it.place());
  }

  /// An element whose list and index are evaluated already, so that it can be named twice.
  private MuExpression.Index once(MuExpression.Index element) {
    List<MuExpression> pure = lowering.pure(List.of(element.list(), element.index()));
    return new MuExpression.Index(pure.getFirst(), pure.getLast(), element.place());
  }

  private MuExpression holdsOnce(MuExpression holder) {
    return switch (holder) {
      case MuExpression.Field it ->
          new MuExpression.Field(holdsOnce(it.record()), it.name(), it.place());
      case MuExpression.Index it -> once(it);
      case MuExpression other -> other;
    };
  }
}
