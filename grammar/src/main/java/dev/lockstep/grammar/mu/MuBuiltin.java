package dev.lockstep.grammar.mu;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A function that every program has and that is not written in Mu.
public enum MuBuiltin {
  /// `len(xs)`: how many elements a list, map or set has, or code points a text.
  LEN(1, Role.LOOKS),
  /// `push(xs, x)`: appends to a list, or puts an element into a set; has no value.
  PUSH(2, Role.CHANGES),
  /// `pop(xs)`: removes the last element and gives it.
  POP(1, Role.CHANGES),
  /// `remove(m, k)`: takes a key out of a map or an element out of a set; has no value.
  REMOVE(2, Role.CHANGES),
  /// `keys(m)`: a new list of a map's keys or a set's elements, in order.
  KEYS(1, Role.LISTS),
  /// `values(m)`: a new list of a map's values, in order.
  VALUES(1, Role.LISTS),
  /// `items(m)`: a new list of a map's pairs, in order.
  ITEMS(1, Role.LISTS),
  /// `set_of(xs)`: a new set of the elements of a list.
  SET_OF(1, Role.LISTS),
  /// `lookup(m, k)`: the value of a key, if it has one.
  LOOKUP(2, Role.LOOKS),
  /// `some(x)`: an option with a value.
  SOME(1, Role.LOOKS),
  /// `is_some(o)`: whether an option has a value.
  IS_SOME(1, Role.LOOKS),
  /// `unwrap(o)`: the value of an option that has one.
  UNWRAP(1, Role.LOOKS),
  /// `str(x)`: a value as it is printed.
  STR(1, Role.LOOKS),
  /// `int(s)`: the int that a text spells.
  INT(1, Role.LOOKS),
  /// `parse_int(s)`: the int that a text spells, if it spells one.
  PARSE_INT(1, Role.LOOKS),
  /// `substring(s, from, to)`: the code points from `from`, inclusive, to `to`, exclusive.
  SUBSTRING(3, Role.LOOKS),
  /// `upper(s)`: in capital letters.
  UPPER(1, Role.LOOKS),
  /// `lower(s)`: in small letters.
  LOWER(1, Role.LOOKS),
  /// `ord(s)`: the number of a text's only code point.
  ORD(1, Role.LOOKS),
  /// `chr(n)`: the text of one code point.
  CHR(1, Role.LOOKS);

  private static final Map<String, MuBuiltin> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MuBuiltin::word, Function.identity()));

  private final int arity;
  private final Role role;

  MuBuiltin(int arity, Role role) {
    this.arity = arity;
    this.role = role;
  }

  /// What a call does beside having a value.
  public enum Role {
    /// Nothing: it is part of an expression.
    LOOKS,
    /// It makes a new list or set.
    LISTS,
    /// It changes its first argument.
    CHANGES
  }

  public int arity() {
    return arity;
  }

  public Role role() {
    return role;
  }

  /// As it is written in a program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MuBuiltin> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /// Whether `word` is a built-in that is evaluated within an expression.
  public static boolean looks(String word) {
    return of(word).filter(it -> it.role == Role.LOOKS).isPresent();
  }
}
