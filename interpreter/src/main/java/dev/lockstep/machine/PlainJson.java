package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/// Reads the JSON that most inputs are, and leaves the rest to Jackson: all that is wrong, escapes,
/// deep nesting, and ints beyond 18 digits. To make Jackson's first reader takes longer than a
/// small program's whole run.
final class PlainJson {
  private static final int DEEPEST = 100;
  private static final int DIGITS = 18; // they are surely a long
  private static final char END = '\0'; // no JSON has it

  private final String text;
  private int at;
  private int depth;

  private PlainJson(String text) {
    this.text = text;
  }

  /// The value that `json` is, if it is one and plain.
  static Optional<Value> read(String json) {
    PlainJson reader = new PlainJson(json);
    Optional<Value> value = reader.value();
    reader.space();
    return reader.at == json.length() ? value : Optional.empty();
  }

  private Optional<Value> value() {
    space();
    return switch (peek()) {
      case '[' -> items();
      case '{' -> fields();
      case '"' -> string().map(Value.Text::new);
      case 't' -> word("true", new Value.Bool(true));
      case 'f' -> word("false", new Value.Bool(false));
      case 'n' -> word("null", new Value.Nothing());
      default -> number();
    };
  }

  private Optional<Value> items() {
    List<Value> items = new ArrayList<>();
    return listed(']', () -> value().map(items::add).isPresent())
        ? Optional.of(new Value.Items(items))
        : Optional.empty();
  }

  private Optional<Value> fields() {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    return listed('}', () -> field(fields))
        ? Optional.of(new Value.Fields(fields))
        : Optional.empty();
  }

  private boolean field(SequencedMap<String, Value> fields) {
    Optional<String> name = string();
    if (name.isEmpty() || fields.containsKey(name.get()) || !taken(':')) {
      return false;
    }
    Optional<Value> value = value();
    value.ifPresent(it -> fields.put(name.get(), it));
    return value.isPresent();
  }

  /// Elements with commas between them, from the bracket that opens to `close`; whether all of that
  /// was there.
  private boolean listed(char close, BooleanSupplier element) {
    at++;
    if (++depth > DEEPEST) {
      return false;
    }
    boolean whole = taken(close);
    while (!whole && element.getAsBoolean()) {
      whole = taken(close);
      if (!whole && !taken(',')) {
        return false;
      }
    }
    depth--;
    return whole;
  }

  private Optional<String> string() {
    if (!taken('"')) {
      return Optional.empty();
    }
    int from = at;
    while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
      at++;
    }
    return peek() == '"' ? Optional.of(text.substring(from, at++)) : Optional.empty();
  }

  private Optional<Value> number() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    int first = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    int digits = at - first;
    boolean plain = digits > 0 && digits <= DIGITS && (digits == 1 || text.charAt(first) != '0');
    return plain ? Optional.of(Value.of(Long.parseLong(text, from, at, 10))) : Optional.empty();
  }

  private Optional<Value> word(String word, Value value) {
    if (!text.startsWith(word, at)) {
      return Optional.empty();
    }
    at += word.length();
    return Optional.of(value);
  }

  /// Whether `expected` comes next, perhaps after space; if so, what follows it does now.
  private boolean taken(char expected) {
    space();
    boolean there = peek() == expected;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }
}
