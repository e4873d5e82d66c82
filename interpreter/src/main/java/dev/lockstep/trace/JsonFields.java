package dev.lockstep.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// One JSON object read strictly: fields are asked for by name, and none may be left over. Every
/// method throws `IllegalArgumentException`, naming the field, where the object is not as asked.
final class JsonFields {
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  JsonFields(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("expected a JSON object, found " + kind(node));
    }
    this.node = node;
  }

  Optional<JsonNode> optional(String name) {
    asked.add(name);
    return Optional.ofNullable(node.get(name));
  }

  JsonNode required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("the field `" + name + "` is missing"));
  }

  JsonFields object(String name) {
    return new JsonFields(ofKind(name, required(name), JsonNodeType.OBJECT));
  }

  String text(String name) {
    return ofKind(name, required(name), JsonNodeType.STRING).textValue();
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(it -> ofKind(name, it, JsonNodeType.STRING).textValue());
  }

  long number(String name) {
    JsonNode value = ofKind(name, required(name), JsonNodeType.NUMBER);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException(
          "`" + name + "`: expected a whole number from 0, found " + value);
    }
    return value.longValue();
  }

  int count(String name) {
    long number = number(name);
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("`" + name + "`: " + number + " is too large");
    }
    return (int) number;
  }

  /// The items of an array; an absent one has none.
  List<JsonNode> items(String name) {
    return optional(name)
        .map(it -> ofKind(name, it, JsonNodeType.ARRAY))
        .map(it -> StreamSupport.stream(it.spliterator(), false).toList())
        .orElse(List.of());
  }

  /// Ends the reading: throws where a field was not asked for.
  void done() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw new IllegalArgumentException("unknown field `" + name + "`");
              }
            });
  }

  private static JsonNode ofKind(String name, JsonNode value, JsonNodeType type) {
    if (value.getNodeType() != type) {
      throw new IllegalArgumentException(
          "`" + name + "`: expected " + kind(type) + ", found " + kind(value));
    }
    return value;
  }

  private static String kind(JsonNode node) {
    return kind(node.getNodeType());
  }

  private static String kind(JsonNodeType type) {
    String word = type.name().toLowerCase(Locale.ROOT);
    return switch (type) {
      case NULL -> word;
      case MISSING -> "nothing";
      case ARRAY, OBJECT -> "an " + word;
      case BINARY, BOOLEAN, NUMBER, POJO, STRING -> "a " + word;
    };
  }
}
