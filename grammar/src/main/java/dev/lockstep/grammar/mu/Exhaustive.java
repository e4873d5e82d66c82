package dev.lockstep.grammar.mu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the patterns of a `match` leave a value out, and whether one of them is never reached:
/// the algorithm of Maranget, "Warnings for pattern matching" (2007), on rows of patterns.
final class Exhaustive {
  private final Signatures signatures;

  Exhaustive(Signatures signatures) {
    this.signatures = signatures;
  }

  /// A pattern of a `match`, and whether a guard may turn away what it matches.
  record Way(MuPattern pattern, boolean guarded) {}

  /// The patterns that take all that they match.
  static List<MuPattern> certain(List<Way> ways) {
    return ways.stream().filter(it -> !it.guarded()).map(Way::pattern).toList();
  }

  /// A pattern of values that none of `patterns` matches.
  Optional<MuPattern> leftOut(List<MuPattern> patterns, MuType type) {
    return missing(patterns.stream().map(List::of).toList(), List.of(type)).map(List::getFirst);
  }

  /// Whether some value is matched by `pattern` and by none of those before it.
  boolean reached(MuPattern pattern, List<MuPattern> before, MuType type) {
    return useful(before.stream().map(List::of).toList(), List.of(pattern), List.of(type));
  }

  private Optional<List<MuPattern>> missing(List<List<MuPattern>> rows, List<MuType> types) {
    if (types.isEmpty()) {
      return rows.isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }
    List<MuType> behind = types.subList(1, types.size());
    Optional<List<MuPattern>> constructors = constructors(types.getFirst());
    if (constructors.isPresent()) {
      for (MuPattern constructor : constructors.get()) {
        List<MuType> inner = arguments(constructor, types.getFirst());
        Optional<List<MuPattern>> found =
            missing(specialised(rows, constructor), joined(inner, behind));
        if (found.isPresent()) {
          return Optional.of(rebuilt(constructor, found.get(), inner.size()));
        }
      }
      return Optional.empty();
    }
    // Ints and texts: some value is no literal of the rows.
    Optional<List<MuPattern>> found = missing(defaults(rows), behind);
    return found.map(it -> joined(List.of(new MuPattern.Any(Place.NONE)), it));
  }

  private boolean useful(List<List<MuPattern>> rows, List<MuPattern> row, List<MuType> types) {
    if (types.isEmpty()) {
      return rows.isEmpty();
    }
    List<MuType> behind = types.subList(1, types.size());
    MuPattern first = row.getFirst();
    List<MuPattern> rest = row.subList(1, row.size());
    if (!wild(first)) {
      List<MuType> inner = arguments(first, types.getFirst());
      return useful(
          specialised(rows, first),
          joined(parts(first, first, inner.size()), rest),
          joined(inner, behind));
    }
    Optional<List<MuPattern>> constructors = constructors(types.getFirst());
    if (constructors.isEmpty()) {
      return useful(defaults(rows), rest, behind);
    }
    for (MuPattern constructor : constructors.get()) {
      List<MuType> inner = arguments(constructor, types.getFirst());
      if (useful(
          specialised(rows, constructor),
          joined(anything(inner.size()), rest),
          joined(inner, behind))) {
        return true;
      }
    }
    return false;
  }

  /// All kinds of values of a type; empty where there are too many.
  private static Optional<List<MuPattern>> constructors(MuType type) {
    return switch (type) {
      case MuType.Bool() -> Optional.of(List.of(truth(true), truth(false)));
      case MuType.Option(MuType _) ->
          Optional.of(
              List.of(
                  new MuPattern.None(Place.NONE),
                  new MuPattern.Some(new MuPattern.Any(Place.NONE), Place.NONE)));
      case MuType.TupleOf(List<MuType> parts) ->
          Optional.of(List.of(new MuPattern.Parts(anything(parts.size()), Place.NONE)));
      case MuType.RecordOf(String name) ->
          Optional.of(List.of(new MuPattern.Shape(name, List.of(), Place.NONE)));
      case MuType.Int _,
          MuType.Text _,
          MuType.ListOf _,
          MuType.MapOf _,
          MuType.SetOf _,
          MuType.Variable _ ->
          Optional.empty();
    };
  }

  private static MuPattern truth(boolean value) {
    return new MuPattern.Literal(new MuExpression.Bool(value, Place.NONE), Place.NONE);
  }

  /// The types of what a constructor holds.
  private List<MuType> arguments(MuPattern constructor, MuType type) {
    return switch (constructor) {
      case MuPattern.Some _ when type instanceof MuType.Option(MuType value) -> List.of(value);
      case MuPattern.Parts _ when type instanceof MuType.TupleOf(List<MuType> parts) -> parts;
      case MuPattern.Shape it -> fields(it.record()).map(MuParameter::type).toList();
      default -> List.of();
    };
  }

  private Stream<MuParameter> fields(String record) {
    return signatures.record(record).stream().flatMap(it -> it.fields().stream());
  }

  /// The rows that match values of this constructor, each with what it says of the parts.
  private List<List<MuPattern>> specialised(List<List<MuPattern>> rows, MuPattern constructor) {
    int arity =
        switch (constructor) {
          case MuPattern.Some _ -> 1;
          case MuPattern.Parts it -> it.parts().size();
          case MuPattern.Shape it -> (int) fields(it.record()).count();
          case MuPattern.Any _, MuPattern.Bind _, MuPattern.Literal _, MuPattern.None _ -> 0;
        };
    List<List<MuPattern>> found = new ArrayList<>();
    for (List<MuPattern> row : rows) {
      if (wild(row.getFirst()) || same(row.getFirst(), constructor)) {
        found.add(joined(parts(row.getFirst(), constructor, arity), row.subList(1, row.size())));
      }
    }
    return found;
  }

  private static List<List<MuPattern>> defaults(List<List<MuPattern>> rows) {
    return rows.stream()
        .filter(row -> wild(row.getFirst()))
        .map(row -> row.subList(1, row.size()))
        .toList();
  }

  private List<MuPattern> parts(MuPattern pattern, MuPattern constructor, int arity) {
    return switch (pattern) {
      case MuPattern.Some(MuPattern value, _) -> List.of(value);
      case MuPattern.Parts(List<MuPattern> parts, _) -> parts;
      case MuPattern.Shape it ->
          fields(it.record())
              .map(
                  field ->
                      MuPattern.field(it, field.name())
                          .orElseGet(() -> new MuPattern.Any(Place.NONE)))
              .toList();
      case MuPattern.Literal _, MuPattern.None _ -> List.of();
      case MuPattern.Any _, MuPattern.Bind _ -> anything(wild(constructor) ? 0 : arity);
    };
  }

  private static boolean same(MuPattern one, MuPattern other) {
    return switch (one) {
      case MuPattern.Literal(MuExpression value, _) ->
          other instanceof MuPattern.Literal(MuExpression otherValue, _)
              && value.equals(otherValue);
      case MuPattern.Some _, MuPattern.None _, MuPattern.Parts _, MuPattern.Shape _ ->
          one.getClass() == other.getClass();
      case MuPattern.Any _, MuPattern.Bind _ -> true;
    };
  }

  private static boolean wild(MuPattern pattern) {
    return pattern instanceof MuPattern.Any || pattern instanceof MuPattern.Bind;
  }

  private static List<MuPattern> anything(int count) {
    return Collections.nCopies(count, new MuPattern.Any(Place.NONE));
  }

  private List<MuPattern> rebuilt(MuPattern constructor, List<MuPattern> row, int arity) {
    List<MuPattern> inner = row.subList(0, arity);
    MuPattern built =
        switch (constructor) {
          case MuPattern.Some _ -> new MuPattern.Some(inner.getFirst(), Place.NONE);
          case MuPattern.Parts _ -> new MuPattern.Parts(inner, Place.NONE);
          case MuPattern.Shape it -> {
            List<MuPattern.FieldPattern> fields = new ArrayList<>();
            List<MuParameter> declared = fields(it.record()).toList();
            for (int i = 0; i < arity; i++) {
              fields.add(
                  new MuPattern.FieldPattern(declared.get(i).name(), inner.get(i), Place.NONE));
            }
            yield new MuPattern.Shape(it.record(), fields, Place.NONE);
          }
          case MuPattern.Any _, MuPattern.Bind _, MuPattern.Literal _, MuPattern.None _ ->
              constructor;
        };
    return joined(List.of(built), row.subList(arity, row.size()));
  }

  private static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
