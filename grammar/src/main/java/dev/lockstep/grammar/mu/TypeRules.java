package dev.lockstep.grammar.mu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What types allow: an order, being a key, standing for others.
final class TypeRules {
  private TypeRules() {}

  /// Whether its values can be compared by `<`: ints, texts, and tuples of such.
  static boolean ordered(MuType type) {
    return switch (type) {
      case MuType.Int _, MuType.Text _ -> true;
      case MuType.TupleOf(List<MuType> parts) -> parts.stream().allMatch(TypeRules::ordered);
      case MuType.Variable(_, boolean ordered) -> ordered;
      case MuType.Bool _,
          MuType.ListOf _,
          MuType.RecordOf _,
          MuType.Option _,
          MuType.MapOf _,
          MuType.SetOf _ ->
          false;
    };
  }

  /// Whether its values never change, so that they can be keys.
  static boolean key(MuType type, Signatures signatures) {
    return switch (type) {
      case MuType.ListOf _, MuType.MapOf _, MuType.SetOf _ -> false;
      case MuType.RecordOf(String name) ->
          signatures.record(name).stream()
              .flatMap(it -> it.fields().stream())
              .allMatch(field -> key(field.type(), signatures));
      case MuType.Int _,
          MuType.Bool _,
          MuType.Text _,
          MuType.TupleOf _,
          MuType.Option _,
          MuType.Variable _ ->
          type.parts().stream().allMatch(part -> key(part, signatures));
    };
  }

  /// The first map or set in `type`, as deep as it is written, whose keys could change.
  static Optional<MuType> changingKey(MuType type, Signatures signatures) {
    boolean wrong =
        switch (type) {
          case MuType.MapOf(MuType key, _) -> !key(key, signatures);
          case MuType.SetOf(MuType element) -> !key(element, signatures);
          default -> false;
        };
    return wrong
        ? Optional.of(type)
        : type.parts().stream().flatMap(it -> changingKey(it, signatures).stream()).findFirst();
  }

  /// How deep its values nest, records included. Records must not hold themselves.
  static int depth(MuType type, Signatures signatures) {
    List<MuType> parts =
        type instanceof MuType.RecordOf(String name)
            ? signatures.record(name).stream()
                .flatMap(it -> it.fields().stream().map(MuParameter::type))
                .toList()
            : type.parts();
    return parts.stream().mapToInt(part -> 1 + depth(part, signatures)).max().orElse(0);
  }

  /// What the variables of a signature stand for in one call.
  static final class Bindings {
    private final Map<String, MuType> bound = new HashMap<>();

    /// `type` with what is known of its variables.
    MuType in(MuType type) {
      return switch (type) {
        case MuType.Variable(String name, _) -> bound.getOrDefault(name, type);
        case MuType.ListOf(MuType element) -> new MuType.ListOf(in(element));
        case MuType.TupleOf(List<MuType> parts) ->
            new MuType.TupleOf(parts.stream().map(this::in).toList());
        case MuType.Option(MuType value) -> new MuType.Option(in(value));
        case MuType.MapOf(MuType key, MuType value) -> new MuType.MapOf(in(key), in(value));
        case MuType.SetOf(MuType element) -> new MuType.SetOf(in(element));
        case MuType.Int _, MuType.Bool _, MuType.Text _, MuType.RecordOf _ -> type;
      };
    }

    /// Whether `found` is `wanted` for some types of its variables, which are known from then on.
    boolean match(MuType wanted, MuType found) {
      if (wanted instanceof MuType.Variable(String name, boolean ordered)) {
        MuType known = bound.putIfAbsent(name, found);
        return (known == null || known.equals(found)) && (!ordered || ordered(found));
      }
      List<MuType> left = wanted.parts();
      List<MuType> right = found.parts();
      if (left.isEmpty() || wanted.getClass() != found.getClass() || left.size() != right.size()) {
        return wanted.equals(found);
      }
      for (int i = 0; i < left.size(); i++) {
        if (!match(left.get(i), right.get(i))) {
          return false;
        }
      }
      return true;
    }

    static boolean open(MuType type) {
      return type instanceof MuType.Variable || type.parts().stream().anyMatch(Bindings::open);
    }
  }
}
