package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The variables of one function, and which of them are visible where the check stands.
final class Scope {
  private final Map<String, Variable> visible = new HashMap<>();
  private final Map<String, Variable> ever = new LinkedHashMap<>();
  private final Set<String> complained = new HashSet<>();
  private final Deque<List<String>> blocks = new ArrayDeque<>();

  Scope() {
    blocks.push(new ArrayList<>());
  }

  enum Kind {
    PARAMETER("a parameter"),
    LET("declared with `let`"),
    VAR("declared with `var`"),
    LOOP("the variable of a `for`"),
    PART("a part of a pattern"),
    RESULT("the result, in `ensures`");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// A variable; its type is empty where its declaration was wrong.
  static final class Variable {
    private final String name;
    private final Kind kind;
    private final Optional<MuType> type;
    private final Place place;
    private boolean read;

    Variable(String name, Kind kind, Optional<MuType> type, Place place) {
      this.name = name;
      this.kind = kind;
      this.type = type;
      this.place = place;
    }

    String name() {
      return name;
    }

    Kind kind() {
      return kind;
    }

    Optional<MuType> type() {
      return type;
    }

    Place place() {
      return place;
    }

    boolean isRead() {
      return read;
    }

    void read() {
      read = true;
    }

    /// `x += 1` reads `x`, but nothing comes of it.
    void setRead(boolean known) {
      read = known;
    }
  }

  void beginBlock() {
    blocks.push(new ArrayList<>());
  }

  /// Ends the innermost block and answers its variables.
  List<Variable> endBlock() {
    return blocks.pop().stream().map(visible::remove).filter(Objects::nonNull).toList();
  }

  /// The variable of this name, if it is visible.
  Optional<Variable> find(String name) {
    return Optional.ofNullable(visible.get(name));
  }

  /// The variable that had this name in a block before, if any.
  Optional<Variable> earlier(String name) {
    return Optional.ofNullable(ever.get(name));
  }

  /// Every variable there was, each name once.
  List<Variable> all() {
    return List.copyOf(ever.values());
  }

  /// Names that are visible here.
  Set<String> names() {
    return visible.keySet();
  }

  /// Whether an unknown name is met for the first time in this function.
  boolean firstComplaint(String name) {
    return complained.add(name);
  }

  /// `variable` is no longer visible.
  void hide(Variable variable) {
    visible.remove(variable.name());
    ever.remove(variable.name());
    blocks.getFirst().remove(variable.name());
  }

  void declare(Variable variable) {
    visible.put(variable.name(), variable);
    ever.putIfAbsent(variable.name(), variable);
    blocks.getFirst().add(variable.name());
  }
}
