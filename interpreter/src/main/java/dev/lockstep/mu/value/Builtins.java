package dev.lockstep.mu.value;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What built-ins compute: those that only look, and what a new list of a map or set holds.
public final class Builtins {
  private static final int LONGEST_SHOWN = 40;

  private Builtins() {}

  /// Throws `Stopped` for a fault of the program, and `IllegalArgumentException` for arguments of
  /// the wrong kind.
  public static MuValue apply(MuBuiltin builtin, List<MuValue> arguments, Heap heap, Span span) {
    MuValue first = arguments.getFirst();
    return switch (builtin) {
      case LOOKUP -> option(heap.table(first).get(arguments.getLast()));
      case SOME -> new MuValue.SomeValue(first);
      case IS_SOME -> Arithmetic.truth(held(first).isPresent());
      case UNWRAP -> held(first).orElseThrow(() -> new Stopped("`unwrap` of `none`", span));
      case STR -> {
        String shown = heap.shown(first);
        yield MuValue.of(Texts.join(shown, "", span));
      }
      case INT -> {
        String text = Texts.of(first);
        yield new MuValue.IntValue(
            Texts.number(text)
                .orElseThrow(() -> new Stopped("no int: `" + brief(text) + "`", span)));
      }
      case PARSE_INT -> option(Texts.number(Texts.of(first)).map(MuValue.IntValue::new));
      case SUBSTRING -> {
        BigInteger from = Arithmetic.asInt(arguments.get(1));
        BigInteger to = Arithmetic.asInt(arguments.get(2));
        yield MuValue.of(Texts.substring(Texts.of(first), from, to, span));
      }
      case UPPER, LOWER, ORD -> Texts.apply(first, builtin.word(), span);
      case CHR -> Texts.character(Arithmetic.asInt(first), span);
      case LEN, PUSH, POP, REMOVE, KEYS, VALUES, ITEMS, SET_OF ->
          throw new IllegalArgumentException(builtin.word() + " is no part of an expression");
    };
  }

  /// What a new list of `what` of the table holds.
  public static List<MuValue> gathered(MuBuiltin what, Table table) {
    List<MuValue> keys = table.keys();
    List<MuValue> values = table.values();
    return switch (what) {
      case KEYS -> keys;
      case VALUES -> values;
      case ITEMS ->
          IntStream.range(0, keys.size())
              .<MuValue>mapToObj(i -> new MuValue.TupleValue(List.of(keys.get(i), values.get(i))))
              .toList();
      default -> throw new IllegalArgumentException("no new list: " + what.word());
    };
  }

  private static MuValue option(Optional<? extends MuValue> value) {
    return value.isPresent() ? new MuValue.SomeValue(value.get()) : new MuValue.NoneValue();
  }

  private static Optional<MuValue> held(MuValue option) {
    return switch (option) {
      case MuValue.SomeValue(MuValue value) -> Optional.of(value);
      case MuValue.NoneValue() -> Optional.empty();
      case MuValue other -> throw new IllegalArgumentException("expected an option: " + other);
    };
  }

  private static String brief(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
