package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.mu.engine.Uncompiled;
import java.util.HashMap;
import java.util.Map;

/// What the compiled engines know of a value before a run: which of the JVM's types holds it.
sealed interface Kind {
  record Int() implements Kind {}

  record Bool() implements Kind {}

  record ListOf(Kind element) implements Kind {}

  /// The element of a list literal without elements, where nothing else tells.
  record Unknown() implements Kind {}

  /// Throws `Uncompiled` where the engines know no such type.
  static Kind of(MuType type) {
    return switch (type) {
      case MuType.Int() -> new Int();
      case MuType.Bool() -> new Bool();
      case MuType.ListOf(MuType element) -> new ListOf(of(element));
      case MuType.Extended it -> throw new Uncompiled(it.print());
    };
  }

  default boolean isList() {
    return this instanceof ListOf;
  }

  /// What both say together.
  default Kind join(Kind other) {
    return switch (this) {
      case Unknown() -> other;
      case ListOf(Kind element) when other instanceof ListOf(Kind another) ->
          new ListOf(element.join(another));
      case Int _, Bool _, ListOf _ -> this;
    };
  }

  /// The kind of this list's elements. Throws `Uncompiled` where it is no list.
  default Kind element() {
    if (this instanceof ListOf(Kind element)) {
      return element;
    }
    throw new Uncompiled("an element of what is no list");
  }

  /// The types written at declarations of `function`, by name: a name has one type.
  static Map<String, Kind> declared(MuFunction function) {
    Map<String, Kind> kinds = new HashMap<>();
    function.parameters().forEach(it -> kinds.put(it.name(), of(it.type())));
    declared(function.body(), kinds);
    return kinds;
  }

  private static void declared(MuBlock block, Map<String, Kind> kinds) {
    for (MuStatement statement : block.statements()) {
      switch (statement) {
        case MuStatement.Declare it -> it.type().ifPresent(type -> kinds.put(it.name(), of(type)));
        case MuStatement.If it -> {
          declared(it.then(), kinds);
          it.otherwise().ifPresent(other -> declared(other, kinds));
        }
        case MuStatement.While it -> declared(it.body(), kinds);
        case MuStatement.Walk it -> declared(it.body(), kinds);
        case MuStatement.Count it -> declared(it.body(), kinds);
        default -> {} // declares nothing
      }
    }
  }
}
